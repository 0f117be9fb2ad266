import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { OtpField, SubmitButton, type OtpFieldProps } from '../../src/index.ts';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';
import { TestForm } from '../support/TestForm.tsx';

const code = (): HTMLInputElement => screen.getByLabelText('Code');

function render(props: Partial<OtpFieldProps> = {}): RenderedApp & { readonly sent: () => unknown[] } {
  const onSubmit = vi.fn<(values: FormData) => void>();
  const app = renderWithApi(
    <TestForm onSubmit={onSubmit}>
      <OtpField name="code" label="Code" {...props} />
      <SubmitButton>Continue</SubmitButton>
    </TestForm>,
  );
  return { ...app, sent: () => onSubmit.mock.calls.map(([values]) => values.get('code')) };
}

async function close({ monitor }: RenderedApp): Promise<void> {
  await act(async () => void (await monitor.report({ status: 503, code: 'maintenance_mode' })));
}

describe('OtpField', () => {
  it('sends the form with the last digit, once', async () => {
    const app = render();
    await app.user.type(code(), '12345');
    expect(app.sent()).toEqual([]);
    await app.user.type(code(), '6');
    expect(app.sent()).toEqual(['123456']);
  });

  it('extracts the code from pasted text', async () => {
    const app = render();
    await app.user.click(code());
    await app.user.paste('Your code is 123-456.');
    expect(code()).toHaveValue('123456');
    expect(app.sent()).toEqual(['123456']);
  });

  it('accepts digits only', async () => {
    const app = render();
    await app.user.type(code(), 'a1b2');
    expect(code()).toHaveValue('12');
  });

  it('sends nothing during and after a maintenance, and keeps the code', async () => {
    const app = render();
    await close(app);
    await app.user.type(code(), '123456');
    expect(app.sent()).toEqual([]);
    await app.advance(120_000);
    expect(code()).toHaveValue('123456');
    expect(app.sent()).toEqual([]);
    await app.user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(app.sent()).toEqual(['123456']);
  });

  it('has the typed or pasted value after it is mounted again', async () => {
    const app = render({ initialValue: '12 34' });
    expect(code()).toHaveValue('1234');
    expect(app.sent()).toEqual([]);
  });

  it('has the given number of digits', async () => {
    const app = render({ length: 8 });
    await app.user.type(code(), '12345678');
    expect(app.sent()).toEqual(['12345678']);
  });

  it('is one field for screen readers', () => {
    render();
    expect(screen.getAllByRole('textbox')).toEqual([code()]);
    expect(code()).toHaveAttribute('autocomplete', 'one-time-code');
    expect(document.querySelector('[data-slot="otp-digits"]')).toHaveAttribute('aria-hidden', 'true');
  });

  it('shows what is missing after Enter until all digits are entered', async () => {
    const app = render();
    const incomplete = textOf(english.code.incomplete, { count: 6 });
    await app.user.type(code(), '123');
    expect(code()).not.toHaveAccessibleDescription();
    await app.user.type(code(), '{Enter}');
    expect(code()).toHaveAccessibleDescription(incomplete);
    expect(app.sent()).toEqual([]);
    await app.user.type(code(), '4');
    expect(code()).toHaveAccessibleDescription(incomplete);
    await app.user.type(code(), '56');
    expect(code()).not.toHaveAccessibleDescription();
    expect(app.sent()).toEqual(['123456']);
  });

  it('shows that it is empty after Enter, and accepts a pasted code', async () => {
    const app = render();
    await app.user.type(code(), '{Enter}');
    expect(code()).toHaveAccessibleDescription(english.missing.code);
    await app.user.paste('123456');
    expect(code()).not.toHaveAccessibleDescription();
    expect(app.sent()).toEqual(['123456']);
  });
});
