import { expect, onTestFinished, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { OtpField } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { renderInBrowser } from '../support/renderInBrowser.tsx';

test('the digits of a code are shown once in forced colors: the text of the input stays transparent', async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  onTestFinished(async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  });
  await renderInBrowser(<OtpField name="code" label="Code" />);
  const input = page.getByLabelText('Code');
  await userEvent.type(input, '42');
  await expect.element(input).toHaveValue('42');
  const { color, backgroundColor } = getComputedStyle(input.element());
  const transparent = 'rgba(0, 0, 0, 0)';
  expect({ color, backgroundColor }).toEqual({ color: transparent, backgroundColor: transparent });
});
