import { expect, test } from '@playwright/test';

test('Storybook opens at the introduction', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/path=\/docs\/guide-introduction--docs/);
  await expect(page.locator('iframe').contentFrame().getByRole('heading', { level: 1 })).toHaveText(
    'Introduction',
  );
});
