import { screen } from '@testing-library/react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AppearanceProvider, Field, SubmitButton, type FieldProps } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import type { Message } from '../../src/messages/formatMessage.ts';
import { CheckboxField } from '../../src/ui/form/CheckboxField.tsx';
import { hostileKeys } from '../support/hostileKeys.ts';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { textOf } from '../support/textOf.ts';
import { TestForm } from '../support/TestForm.tsx';

const texts = english.field;
const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
const errors = (): (string | null)[] =>
  [...document.querySelectorAll('[data-slot="field-error"]')].map(({ textContent }) => textContent);

interface Rendered extends RenderedApp {
  readonly onSubmit: (values: FormData) => void;
  readonly send: () => Promise<void>;
}

function renderForm(children: ReactNode): Rendered {
  const onSubmit = vi.fn<(values: FormData) => void>();
  const app = renderWithApi(
    <TestForm onSubmit={onSubmit}>
      {children}
      <button type="reset">Reset</button>
      <SubmitButton>Send</SubmitButton>
    </TestForm>,
  );
  return { ...app, onSubmit, send: () => app.user.click(screen.getByRole('button', { name: 'Send' })) };
}

const emailAndAge = (
  <>
    <Field name="email" label="Email" type="email" />
    <Field name="age" label="Age" type="number" min={18} required />
  </>
);
const tooYoung = textOf(texts.tooLow, { label: 'Age', limit: 18 });

describe('a field of a guarded form', () => {
  it('shows nothing when the user leaves it', async () => {
    const app = renderForm(emailAndAge);
    await app.user.type(field('Email'), 'ada');
    await app.user.tab();
    await app.user.tab();
    expect(errors()).toEqual([]);
    expect(field('Email')).not.toHaveAttribute('aria-invalid');
  });

  it('shows its error when the form is submitted, and the first invalid one gets the focus', async () => {
    const app = renderForm(emailAndAge);
    await app.user.type(field('Age'), '17');
    await app.user.type(field('Email'), 'ada');
    await app.send();
    expect(field('Email')).toHaveAccessibleDescription(texts.emailMismatch);
    expect(field('Age')).toHaveAccessibleDescription(tooYoung);
    expect(field('Email')).toBeInvalid();
    expect(field('Email').closest('[data-slot="field"]')).toHaveAttribute('data-invalid');
    expect(field('Email')).toHaveFocus();
    expect(app.onSubmit).not.toHaveBeenCalled();
  });

  it('loses its error as soon as the user corrects it', async () => {
    const app = renderForm(emailAndAge);
    await app.send();
    expect(errors()).toEqual([textOf(texts.valueMissing, { label: 'Age' })]);
    await app.user.type(field('Age'), '1');
    expect(errors()).toEqual([tooYoung]);
    await app.user.type(field('Age'), '8');
    expect(errors()).toEqual([]);
    expect(field('Age')).not.toHaveAttribute('aria-invalid');
  });

  it('shows a new error while the user types if the last submission failed', async () => {
    const app = renderForm(emailAndAge);
    await app.send();
    await app.user.type(field('Email'), 'ada');
    expect(errors()).toEqual([texts.emailMismatch, textOf(texts.valueMissing, { label: 'Age' })]);
  });

  it('shows no new error while the user types after a submission that succeeded', async () => {
    const app = renderForm(emailAndAge);
    await app.send();
    await app.user.type(field('Age'), '18');
    await app.send();
    expect(app.onSubmit).toHaveBeenCalledTimes(1);
    await app.user.type(field('Email'), 'ada');
    await app.user.clear(field('Age'));
    expect(errors()).toEqual([]);
  });

  it('loses its error when the form is reset', async () => {
    const app = renderForm(
      <>
        {emailAndAge}
        <Field name="slug" label="Slug" serverError="Taken." />
      </>,
    );
    await app.send();
    expect(errors()).toHaveLength(2);
    await app.user.click(screen.getByRole('button', { name: 'Reset' }));
    expect(errors()).toEqual([]);
    await app.user.type(field('Email'), 'ada');
    expect(errors()).toEqual([]);
  });

  it('keeps your own description beside its error', async () => {
    const app = renderForm(
      <>
        <Field name="email" label="Email" aria-describedby="privacy" hint="At work" required />
        <p id="privacy">We keep it private.</p>
      </>,
    );
    expect(field('Email')).toHaveAccessibleDescription('We keep it private. At work');
    await app.send();
    expect(field('Email')).toHaveAccessibleDescription(
      `We keep it private. ${textOf(texts.valueMissing, { label: 'Email' })}`,
    );
  });

  it('may have any name', async () => {
    const names = [...new Set(hostileKeys)].filter((name) => name !== '' && name.length < 100);
    const app = renderForm(
      names.map((name) => <Field key={name} name={name} label={`Label ${name}`} required />),
    );
    await app.send();
    expect(errors()).toEqual(names.map((name) => textOf(texts.valueMissing, { label: `Label ${name}` })));
    expect(screen.getAllByRole('textbox')[0]).toHaveFocus();
  });

  it('works in your own form', async () => {
    const app = renderWithApi(
      <form>
        <Field name="email" label="Email" type="email" required />
        <button type="submit">Send</button>
      </form>,
    );
    await app.user.click(screen.getByRole('button', { name: 'Send' }));
    expect(errors()).toEqual([textOf(texts.valueMissing, { label: 'Email' })]);
    expect(field('Email')).toHaveFocus();
  });
});

describe('the error of a value', () => {
  it.each<[constraint: string, props: Partial<FieldProps>, typed: string, error: string]>([
    ['an email address', { type: 'email' }, 'ada', texts.emailMismatch],
    ['a web address', { type: 'url' }, 'ada', texts.urlMismatch],
    ['one character', { minLength: 1, required: true }, '', said(texts.valueMissing)],
    ['a low number', { type: 'number', min: 1_000 }, '3', said(texts.tooLow, { limit: '1,000' })],
    ['a high number', { type: 'number', max: 5 }, '6', said(texts.tooHigh, { limit: '5' })],
    ['a step', { type: 'number', step: 5 }, '4', said(texts.invalid)],
    ['a pattern', { pattern: '[a-z]+' }, 'A', said(texts.invalid)],
    [
      'a pattern with its own text',
      { pattern: '[a-z]+', invalidText: 'Use lowercase letters.' },
      'A',
      'Use lowercase letters.',
    ],
    [
      'its own text for an empty field',
      { required: true, missingText: 'Enter a fact.' },
      '',
      'Enter a fact.',
    ],
  ])('tells the user what to do: %s', async (_, props, typed, error) => {
    const app = renderForm(<Field name="fact" label="Fact" {...props} />);
    if (typed !== '') await app.user.type(field('Fact'), typed);
    await app.send();
    expect(field('Fact')).toHaveAccessibleDescription(error);
    expect(app.onSubmit).not.toHaveBeenCalled();
  });

  it('names a label that is an element', async () => {
    const app = renderForm(<Field name="fact" label={<b>Fact</b>} required />);
    await app.send();
    expect(errors()).toEqual([said(texts.valueMissing)]);
  });

  it('is the one of setCustomValidity', async () => {
    const app = renderForm(
      <Field
        name="fact"
        label="Fact"
        onInput={({ currentTarget }) =>
          currentTarget.setCustomValidity(currentTarget.value === 'true' ? '' : 'Enter something true.')
        }
      />,
    );
    await app.user.type(field('Fact'), 'false');
    expect(errors()).toEqual([]);
    await app.send();
    expect(errors()).toEqual(['Enter something true.']);
    await app.user.clear(field('Fact'));
    await app.user.type(field('Fact'), 'true');
    expect(errors()).toEqual([]);
  });

  it('is in the language of the provider', async () => {
    const app = renderWithApi(
      <TestForm>
        <h2 id="title">Formular</h2>
        <Field name="age" label="Alter" type="number" min={1_000} />
        <SubmitButton>Senden</SubmitButton>
      </TestForm>,
      { locale: 'de', messages: { field: { tooLow: '„{label}“: mindestens {limit}.' } } },
    );
    await app.user.type(field('Alter'), '1{Enter}');
    expect(errors()).toEqual(['„Alter“: mindestens 1.000.']);
  });
});

describe('other controls', () => {
  it('a checkbox shows its error on submit, and loses it when the user selects it', async () => {
    const app = renderForm(<CheckboxField name="terms" label="Terms" required />);
    await app.user.click(field('Terms'));
    await app.user.click(field('Terms'));
    expect(errors()).toEqual([]);
    await app.send();
    expect(field('Terms')).toHaveAccessibleDescription(texts.unchecked);
    expect(field('Terms')).toHaveFocus();
    await app.user.click(field('Terms'));
    expect(errors()).toEqual([]);
    await app.user.click(field('Terms'));
    expect(errors()).toEqual([texts.unchecked]);
  });

  it.each<
    [name: string, control: ReactElement, enter: (app: RenderedApp) => Promise<void>, missing: Message]
  >([
    [
      'a textarea',
      <textarea key="area" />,
      (app) => app.user.type(field('Fact'), 'true'),
      texts.valueMissing,
    ],
    [
      'a select',
      <select key="select">
        <option value="">–</option>
        <option value="true">True</option>
      </select>,
      (app) => app.user.selectOptions(field('Fact'), 'true'),
      texts.unselected,
    ],
  ])('%s has the label, the name and the error of its field', async (_, control, enter, missing) => {
    const app = renderForm(
      <Field name="fact" label="Fact" required>
        {control}
      </Field>,
    );
    await app.send();
    expect(field('Fact')).toHaveAccessibleDescription(said(missing));
    await enter(app);
    expect(errors()).toEqual([]);
    await app.send();
    expect(vi.mocked(app.onSubmit).mock.calls[0]?.[0].get('fact')).toBe('true');
  });

  it('keep their own id, class, style and handlers', async () => {
    const own = vi.fn<() => void>();
    const ofField = vi.fn<() => void>();
    const app = renderForm(
      <AppearanceProvider
        render={{ input: <input id="mine" className="own" style={{ order: 2 }} onInput={own} data-own="" /> }}
      >
        <Field name="fact" label="Fact" style={{ opacity: 0.5 }} onInput={ofField} />
      </AppearanceProvider>,
    );
    await app.user.type(field('Fact'), 'a');
    expect(field('Fact')).toHaveAttribute('id', 'mine');
    expect(field('Fact')).toHaveClass('own', 'mk-field-input');
    expect(field('Fact')).toHaveStyle({ order: '2', opacity: '0.5' });
    expect(own).toHaveBeenCalledTimes(1);
    expect(ofField).toHaveBeenCalledTimes(1);
  });

  it('your own invalid input gets the focus before a field that follows it', async () => {
    const app = renderForm(
      <>
        <input aria-label="Yours" name="yours" required />
        <Field name="fact" label="Fact" required />
      </>,
    );
    await app.send();
    expect(field('Yours')).toHaveFocus();
    expect(errors()).toEqual([said(texts.valueMissing)]);
    await app.user.type(field('Yours'), 'a');
    await app.send();
    expect(field('Fact')).toHaveFocus();
  });
});

describe('an error of the API', () => {
  const press = (app: RenderedApp, name: string): Promise<void> =>
    app.user.click(screen.getByRole('button', { name }));

  it('focuses its field, and disappears when the user enters another value', async () => {
    const app = renderForm(<RejectedForm />);
    await press(app, 'Reject');
    expect(field('Slug')).toHaveAccessibleDescription('Taken.');
    expect(field('Slug')).toBeInvalid();
    expect(field('Slug')).toHaveFocus();
    await app.user.type(field('Name'), ' Lovelace');
    expect(errors()).toEqual(['Taken.']);
    await app.user.type(field('Slug'), '2');
    expect(errors()).toEqual([]);
    expect(field('Slug')).toBeValid();
  });

  it('returns with the next rejection', async () => {
    const app = renderForm(<RejectedForm />);
    await press(app, 'Reject');
    await app.user.type(field('Slug'), '2');
    await press(app, 'Submit');
    await press(app, 'Reject');
    expect(errors()).toEqual(['Taken.']);
    expect(field('Slug')).toHaveFocus();
  });
});

function said(message: Message, values: { readonly count?: number; readonly limit?: string } = {}): string {
  return textOf(message, { label: 'Fact', ...values });
}

/** A form whose rejection the test decides. */
function RejectedForm(): ReactElement {
  const [error, setError] = useState<string>();
  return (
    <>
      <Field name="name" label="Name" defaultValue="Ada" />
      <Field name="slug" label="Slug" defaultValue="ada" serverError={error} />
      <button type="button" onClick={() => setError('Taken.')}>
        Reject
      </button>
      <button type="button" onClick={() => setError(undefined)}>
        Submit
      </button>
    </>
  );
}
