import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { OtpField, PasswordField } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { renderInBrowser } from '../support/renderInBrowser.tsx';
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
