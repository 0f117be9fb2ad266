import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GRACE, organizations, page, renderOrganization, settled } from '../support/renderOrganization.tsx';
import type { RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

const emails = (): HTMLTextAreaElement => page().getByLabelText(english.organizationInvitations.emails);
const send = (): HTMLElement => page().getByRole('button', { name: english.organizationInvitations.send });

const revoking = (email: string): HTMLElement =>
  page().getByRole('button', { name: textOf(english.organizationInvitations.revokeInvitation, { email }) });

const pending = [{ emailAddress: 'joan@example.com' }, { emailAddress: 'dorothy@example.com' }];

async function invitations(): Promise<RenderedApp> {
  const app = await renderOrganization('Invitations', organizations({ invitations: pending }));
  await page().findByText('joan@example.com');
  await waitFor(() =>
    expect(page().getByLabelText(english.organizationInvitations.role)).toHaveValue('org:member'),
  );
  return app;
}

async function typed(text = 'mary@example.com, evelyn@example.com'): Promise<RenderedApp> {
  const app = await invitations();
  await app.user.type(emails(), text);
  return app;
}

async function invited(text: string): Promise<RenderedApp> {
  const app = await typed(text);
  await app.user.click(send());
  return app;
}

async function rejected(): Promise<RenderedApp> {
  const app = await typed();
  app.api.setMode('maintenance');
  await app.user.click(send());
  await waitFor(() => expect(emails().form).toHaveAttribute('data-status', 'failed'));
  await settled();
  await app.advance(200);
  return app;
}

describe('the form for invitations', () => {
  it('invites several users at once, lists them, and clears the form', async () => {
    const app = await typed('mary@example.com\nEvelyn Boyd <evelyn@example.com>');
    await app.user.click(send());
    expect(await page().findByText('evelyn@example.com')).toBeVisible();
    expect(app.mutations()).toHaveLength(1);
    await waitFor(() => expect(emails()).toHaveValue(''));
    await app.advance(200);
    expect(app.spoken).toEqual([`status: ${textOf(english.organizationInvitations.sent, { count: 2 })}`]);
    expect(send()).toHaveFocus();
  });

  it('names a malformed address, selects it, and sends nothing', async () => {
    const app = await typed('mary@example.com, evelyn@example');
    await app.user.click(send());
    await waitFor(() =>
      expect(emails()).toHaveAccessibleDescription(
        textOf(english.organizationInvitations.malformed, { count: 1, addresses: 'evelyn@example' }),
      ),
    );
    expect(emails()).toHaveFocus();
    expect(emails()).toBeInvalid();
    const { value, selectionStart, selectionEnd } = emails();
    expect(value.slice(selectionStart, selectionEnd)).toBe('evelyn@example');
    expect(app.mutations()).toEqual([]);
  });

  it('names every malformed address until the user corrects them', async () => {
    const app = await typed('mary@, evelyn');
    await app.user.click(send());
    await waitFor(() =>
      expect(emails()).toHaveAccessibleDescription(
        textOf(english.organizationInvitations.malformed, { count: 2, addresses: 'mary@, evelyn' }),
      ),
    );
    await app.user.clear(emails());
    await app.user.type(emails(), 'mary@example.com');
    expect(emails()).not.toBeInvalid();
  });

  it('keeps the input when the API rejects one of the addresses', async () => {
    const app = await typed(`mary@example.com ${GRACE.emailAddress}`);
    await app.user.click(send());
    await waitFor(() => expect(emails()).toBeInvalid());
    const email = `mary@example.com or ${GRACE.emailAddress}`;
    expect(emails()).toHaveAccessibleDescription(textOf(english.errors.already_member, { email }));
    expect(emails()).toHaveValue(`mary@example.com ${GRACE.emailAddress}`);
    expect(page().queryByText('mary@example.com')).not.toBeInTheDocument();
  });

  it('keeps the input when maintenance rejects it, and announces it once', async () => {
    const app = await rejected();
    expect(emails()).toHaveValue('mary@example.com, evelyn@example.com');
    expect(send()).toHaveFocus();
    expect(app.spoken).toEqual([
      `alert: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.userProfile.pausedForm })}`,
    ]);
  });

  it('sends nothing in maintenance, on a press or a submit', async () => {
    const app = await rejected();
    const before = app.mutations();
    await app.user.click(send());
    await act(async () => emails().form?.requestSubmit());
    expect(app.mutations()).toEqual(before);
  });

  it('sends the invitations on the next press after maintenance', async () => {
    const app = await rejected();
    app.api.setMode('operational');
    await app.advance(45_000);
    await page().findByText(textOf(english.notice.titleInLine, english.over));
    await app.user.click(send());
    expect(await page().findByText('evelyn@example.com')).toBeVisible();
  });

  it('keeps the draft when the user leaves and returns', async () => {
    const app = await typed();
    app.remount();
    await app.user.click(await screen.findByRole('tab', { name: english.organizationInvitations.tab }));
    await waitFor(() => expect(emails()).toHaveValue('mary@example.com, evelyn@example.com'));
  });
});

describe('an invitation', () => {
  it('is revoked and announced, and the focus moves to the next invitation', async () => {
    const app = await invitations();
    await app.user.click(revoking('joan@example.com'));
    await waitFor(() => expect(page().queryByText('joan@example.com')).not.toBeInTheDocument());
    await waitFor(() => expect(page().getByText('dorothy@example.com').closest('li')).toHaveFocus());
    await app.advance(200);
    expect(app.spoken).toEqual([
      `status: ${textOf(english.organizationInvitations.revoked, { email: 'joan@example.com' })}`,
    ]);
  });

  it('clears the error about its address when it is revoked', async () => {
    const app = await invited('evelyn@example.com Joan@example.com');
    const error = textOf(english.errors.already_invited, { email: 'evelyn@example.com or Joan@example.com' });
    await waitFor(() => expect(emails()).toHaveAccessibleDescription(error));
    await app.user.click(revoking('joan@example.com'));
    await waitFor(() => expect(page().queryByText('joan@example.com')).not.toBeInTheDocument());
    expect(emails()).not.toBeInvalid();
    expect(page().queryByText(error)).not.toBeInTheDocument();
    expect(emails()).toHaveValue('evelyn@example.com Joan@example.com');
    await app.user.click(send());
    expect(await page().findByText('Joan@example.com', { selector: 'li *' })).toBeVisible();
  });

  it('keeps an error about another address when it is revoked', async () => {
    const app = await invited('joan@example.com');
    await waitFor(() => expect(emails()).toBeInvalid());
    await app.user.click(revoking('dorothy@example.com'));
    await waitFor(() => expect(page().queryByText('dorothy@example.com')).not.toBeInTheDocument());
    expect(emails()).toBeInvalid();
    expect(emails()).toHaveAccessibleDescription(
      textOf(english.errors.already_invited, { email: 'joan@example.com' }),
    );
  });

  it('keeps the focus on the page when the last one is revoked', async () => {
    const app = await renderOrganization('Invitations', organizations({ invitations: pending.slice(0, 1) }));
    await app.user.click(await page().findByRole('button', { name: /^Revoke/ }));
    expect(await page().findByText(english.organizationInvitations.empty)).toBeVisible();
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  it('stays in maintenance, and a dialog explains it', async () => {
    const app = await rejected();
    const before = app.mutations();
    await app.user.click(revoking('joan@example.com'));
    expect(await screen.findByText(patternOf(english.actions.text))).toBeInTheDocument();
    expect(app.mutations()).toEqual(before);
    expect(screen.getByText('joan@example.com')).toBeInTheDocument();
  });
});
