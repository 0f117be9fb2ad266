import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Field, SubmitButton, type FieldProps } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { renderInBrowser } from '../support/renderInBrowser.tsx';
import { textOf } from '../support/textOf.ts';
import { TestForm } from '../support/TestForm.tsx';

async function renderField(): Promise<void> {
  await renderInBrowser(
    <TestForm>
      <Field name="fact" label="Fact" minLength={3} pattern="[a-z]+" invalidText="Use lowercase letters." />
      <SubmitButton>Send</SubmitButton>
    </TestForm>,
  );
}

const fact = page.getByLabelText('Fact');
const tooShort = textOf(english.field.tooShort, { label: 'Fact', count: 3 });

describe('a field in a browser', () => {
  it('shows how many characters it needs, then any other error', async () => {
    await renderField();
    await userEvent.type(fact, 'A');
    await userEvent.tab();
    await expect.element(fact).not.toHaveAccessibleDescription();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.element(fact).toHaveAccessibleDescription(tooShort);
    await expect.element(fact).toHaveFocus();
    await userEvent.type(fact, 'bc');
    await expect.element(fact).toHaveAccessibleDescription('Use lowercase letters.');
    await userEvent.fill(fact, 'abc');
    await expect.element(fact).not.toHaveAccessibleDescription();
  });

  // happy-dom doesn't compare dates and times.
  it.each<[constraint: string, props: Partial<FieldProps>, value: string, error: string]>([
    [
      'an early date',
      { type: 'date', min: '2026-02-01' },
      '2026-01-31',
      textOf(english.field.tooEarly, { label: 'Fact', limit: 'February 1, 2026' }),
    ],
    [
      'a late time',
      { type: 'time', max: '18:00' },
      '18:01',
      textOf(english.field.tooLate, { label: 'Fact', limit: '18:00' }),
    ],
  ])('tells the user what to do: %s', async (_, props, value, error) => {
    await renderInBrowser(
      <TestForm>
        <Field name="fact" label="Fact" {...props} />
        <SubmitButton>Send</SubmitButton>
      </TestForm>,
    );
    await userEvent.fill(fact, value);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.element(fact).toHaveAccessibleDescription(error);
    await expect.element(fact).toHaveFocus();
  });

  it('shows no browser tooltip, which would repeat its error', async () => {
    await renderField();
    await expect.element(fact).toHaveAttribute('title', '');
  });
});
