import { expect, test, type Page } from '@playwright/test';

// Loading Storybook takes longer than these tests: they share a page, as one reader's visit does.
test.describe.configure({ mode: 'serial' });

let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  // Storybook's own animations would be painted all the time.
  await page.addInitScript(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { animation: none !important }');
    document.adoptedStyleSheets = [still];
  });
  await page.goto('/');
});

test.afterAll(() => page.close());

test('Storybook opens at the introduction', async () => {
  await expect(page).toHaveURL(/path=\/docs\/guide-introduction--docs/);
  await expect(page.locator('iframe').contentFrame().getByRole('heading', { level: 1 })).toHaveText(
    'Introduction',
  );
});

for (const [story, state] of [
  ['Maintenance Known Before', 'maintenance'],
  ['Rejected Just Now', 'changes'],
] as const) {
  test(`the toolbar shows that SignIn, "${story}" sets the state of the service to "${state}"`, async () => {
    const link = page.getByRole('link', { name: story });
    if (!(await link.isVisible())) await page.getByRole('button', { name: 'SignIn', exact: true }).click();
    await link.click();
    const menu = page.getByText(/^Service: /);
    await expect(menu).toHaveText(`Service: ${state}`);
    await expect(menu).toBeDisabled();
  });
}
