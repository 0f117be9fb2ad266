import { act, screen, waitFor } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Field, SubmitButton, type GuardedFormProps } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { renderAccount } from '../support/account.tsx';
import { renderOrganization } from '../support/renderOrganization.tsx';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { TestForm } from '../support/TestForm.tsx';

const { unchanged } = english.form;
const save = (): HTMLElement => screen.getByRole('button', { name: /^Save/ });
const name = (): HTMLInputElement => screen.getByLabelText('Name');

function Form({ stored, onSubmit }: Pick<GuardedFormProps, 'stored' | 'onSubmit'>): ReactElement {
  const [current, setCurrent] = useState(stored);
  return (
    <TestForm stored={current} onSubmit={onSubmit}>
      <Field name="name" label="Name" defaultValue="Ada" required />
      <input type="hidden" name="color" defaultValue="red" />
      <button type="reset">Discard</button>
      <button type="button" onClick={() => setCurrent({ name: 'Ada Lovelace' })}>
        Another tab
      </button>
      <SubmitButton>Save</SubmitButton>
    </TestForm>
  );
}

function renderForm(
  stored: GuardedFormProps['stored'] = { name: 'Ada' },
): RenderedApp & { readonly onSubmit: () => void } {
  const onSubmit = vi.fn<() => void>();
  return { ...renderWithApi(<Form stored={stored} onSubmit={onSubmit} />), onSubmit };
}

function expectNothingToSave(): void {
  expect(save()).toHaveAttribute('aria-disabled', 'true');
  expect(save()).toHaveAttribute('data-disabled');
  expect(save()).toHaveAccessibleDescription(unchanged);
}

function expectSomethingToSave(): void {
  expect(save()).not.toHaveAttribute('aria-disabled');
  expect(save()).not.toHaveAttribute('data-disabled');
  expect(save()).not.toHaveAccessibleDescription();
}

describe('a form with the stored values', () => {
  it('has a disabled button, which gives the reason on a press', async () => {
    const app = renderForm();
    expectNothingToSave();
    expect(screen.getByText(unchanged)).not.toBeVisible();
    await app.user.click(save());
    expect(screen.getByText(unchanged, { selector: 'form *' })).toBeVisible();
    expect(save()).toHaveFocus();
    await app.advance(500);
    expect(app.spoken).toEqual([`alert: ${unchanged}`]);
    expect(app.onSubmit).not.toHaveBeenCalled();
  });

  it('gives the reason on Enter, and sends nothing', async () => {
    const app = renderForm();
    await app.user.type(name(), '{Enter}');
    await app.advance(500);
    expect(app.spoken).toEqual([`alert: ${unchanged}`]);
    expect(app.onSubmit).not.toHaveBeenCalled();
  });

  it('can be saved while a value differs in more than the spaces around it', async () => {
    const app = renderForm();
    await app.user.click(save());
    await app.user.type(name(), ' ');
    expectNothingToSave();
    await app.user.type(name(), 'L');
    expectSomethingToSave();
    expect(screen.queryByText(unchanged, { selector: 'form *' })).not.toBeInTheDocument();
    await app.user.click(save());
    expect(app.onSubmit).toHaveBeenCalledTimes(1);
    await app.user.type(name(), '{Backspace}');
    expectNothingToSave();
  });

  it('has nothing to save after a reset', async () => {
    const app = renderForm();
    await app.user.type(name(), '!');
    await app.user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(name()).toHaveValue('Ada');
    expectNothingToSave();
  });

  it('can be saved after it restores a draft', async () => {
    const app = renderForm();
    await app.user.type(name(), '!');
    app.remount();
    expect(name()).toHaveValue('Ada!');
    expectSomethingToSave();
  });

  it('follows new stored values', async () => {
    const app = renderForm();
    await app.user.type(name(), ' Lovelace');
    expectSomethingToSave();
    await app.user.click(screen.getByRole('button', { name: 'Another tab' }));
    expect(save()).toHaveAttribute('aria-disabled', 'true');
  });

  it('sends a value that changed without an event', async () => {
    const app = renderForm({ name: 'Ada', color: 'red' });
    expectNothingToSave();
    document.querySelector<HTMLInputElement>('[name="color"]')?.setAttribute('value', 'blue');
    await app.user.click(save());
    expect(app.onSubmit).toHaveBeenCalledTimes(1);
    expectSomethingToSave();
  });

  it('gives the reason of the maintenance during a maintenance', async () => {
    const app = renderForm();
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    expect(save()).toHaveAccessibleDescription(english.maintenance.availableAgain);
    await app.user.click(save());
    await app.advance(120_000);
    expectNothingToSave();
  });

  it('can always be submitted without stored values', () => {
    renderWithApi(
      <TestForm>
        <SubmitButton>Save</SubmitButton>
      </TestForm>,
    );
    expect(save()).not.toHaveAttribute('aria-disabled');
    expect(save()).not.toHaveAccessibleDescription();
  });
});

describe('the settings form', () => {
  it('of an account can be saved after a change, and once', async () => {
    const app = await renderAccount();
    const username = await screen.findByLabelText(english.profileDetails.username);
    expectNothingToSave();
    await app.user.type(username, '2');
    expectSomethingToSave();
    await app.user.click(save());
    await waitFor(expectNothingToSave);
    expect(await screen.findByText(english.profileDetails.saved, { selector: 'form *' })).toBeVisible();
    await app.user.click(save());
    expect(app.mutations()).toHaveLength(1);
  });

  it('of an organization can be saved after a change', async () => {
    const app = await renderOrganization('General');
    const discard = screen.getByRole('button', { name: english.organizationGeneral.discard });
    expectNothingToSave();
    expect(discard).toHaveAttribute('aria-disabled', 'true');
    expect(discard).toHaveAccessibleDescription(unchanged);
    await app.user.type(screen.getByLabelText(english.organizationGeneral.name), '!');
    expect(save()).not.toHaveAttribute('aria-disabled');
    expect(discard).not.toHaveAttribute('aria-disabled');
    expect(discard).not.toHaveAccessibleDescription();
    await app.user.click(discard);
    expectNothingToSave();
    expect(discard).toHaveFocus();
  });
});
