import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { OtpField, PasswordField, SignedIn, SignIn, UserButton, UserProfile } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { english } from '../../src/messages/english.ts';
import { ADA, renderInBrowser } from '../support/renderInBrowser.tsx';
import { textOf } from '../support/textOf.ts';
import { TestForm } from '../support/TestForm.tsx';

const parts = ['[data-slot="field-reveal"] svg', '[data-slot="otp-digit"]'];

function heights(): readonly number[] {
  return parts.map((part) => document.querySelector(part)?.getBoundingClientRect().height ?? 0);
}

test('the boxes of a code and the show button of a password grow with the text', async () => {
  await renderInBrowser(
    <TestForm>
      <PasswordField name="password" label="Password" autoComplete="current-password" />
      <OtpField name="code" label="Code" />
    </TestForm>,
  );
  await expect.element(page.getByLabelText('Code')).toBeVisible();
  const before = heights();
  document.documentElement.style.fontSize = '200%';
  onTestFinished(() => {
    document.documentElement.style.removeProperty('font-size');
  });
  expect(before.every((height) => height > 0)).toBe(true);
  expect(heights().map(Math.round)).toEqual(before.map((height) => Math.round(2 * height)));
});

test('the icons of tabs, menus, buttons and providers grow with the text', async () => {
  await renderInBrowser(
    <>
      <SignIn />
      <UserButton />
      <SignedIn>
        <UserProfile />
      </SignedIn>
    </>,
    { service: { signedInAs: ADA.emailAddress, settings: { providers: ['google', 'github'] } } },
  );
  const icons = () =>
    [...document.querySelectorAll('svg')].map((icon) => Math.round(icon.getBoundingClientRect().height));
  await expect.poll(() => document.querySelectorAll('svg[data-slot="provider-mark"]').length).toBe(2);
  await expect.element(page.getByRole('button', { name: english.profileDetails.save })).toBeVisible();
  await page
    .getByRole('button', { name: textOf(english.actions.account, { name: ADA.emailAddress }) })
    .click();
  await expect.element(page.getByRole('menu')).toBeVisible();
  const before = icons();
  document.documentElement.style.fontSize = '200%';
  onTestFinished(() => {
    document.documentElement.style.removeProperty('font-size');
  });
  await expect.poll(icons).toEqual(before.map((height) => 2 * height));
});
