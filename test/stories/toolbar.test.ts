import { expect, test } from '@playwright/test';

test('Storybook opens at the introduction', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/path=\/docs\/guide-introduction--docs/);
  await expect(page.locator('iframe').contentFrame().getByRole('heading', { level: 1 })).toHaveText(
    'Introduction',
  );
});

for (const [story, state] of [
  ['forms-signin--maintenance-known-before', 'maintenance'],
  ['forms-signin--rejected-just-now', 'changes'],
] as const) {
  test(`the toolbar shows that ${story} sets the state of the service to "${state}"`, async ({ page }) => {
    await page.goto(`/?path=/story/${story}`);
    const menu = page.getByText(/^Service: /);
    await expect(menu).toHaveText(`Service: ${state}`);
    await expect(menu).toBeDisabled();
  });
}
