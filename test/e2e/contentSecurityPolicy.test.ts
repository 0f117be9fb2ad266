import { createAccount, createTestUser, expect, partsOf, test } from './playground.ts';
import { english } from '../../src/messages/english.ts';

// Every test of this folder fails when the page breaks its policy: the browser logs an error to the console.
test('dialogs and code fields keep a strict content security policy', async ({ page, request, service }) => {
  const testUser = createTestUser();
  await createAccount(request, testUser);
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).not.toContain('unsafe-inline');

  await page.getByRole('button', { name: english.codeByEmail.link }).click();
  // The code of the next card is loading: a text that is typed while the cards change reaches neither.
  await expect(page.getByRole('heading', { name: english.codeByEmail.title })).toBeVisible();
  await expect(page.getByLabel(english.signIn.email)).toBeFocused();
  await page.getByLabel(english.signIn.email).fill(testUser.email);
  await page.getByRole('button', { name: english.codeByEmail.submit }).click();
  await expect(page.getByRole('heading', { name: english.code.title })).toBeVisible();

  await page.goto('/');
  const { email, password, submit, notes } = partsOf(page);
  await email.fill(testUser.email);
  await password.fill(testUser.password);
  await submit.click();
  await expect(notes).toBeVisible();

  await service.set('maintenance');
  await page.getByRole('button', { name: testUser.name }).click();
  await page.getByRole('menuitem', { name: english.actions.signOut }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  // A stylesheet with the nonce locks the page behind the dialog.
  await expect(page.locator('body')).toHaveCSS('overflow', 'hidden');
});
