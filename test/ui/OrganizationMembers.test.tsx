import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ALAN, allMembers, organizations, page, renderOrganization } from '../support/renderOrganization.tsx';
import type { RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

const role = (name: string): HTMLSelectElement =>
  page().getByLabelText(textOf(english.organizationMembers.role, { name }));

async function members(...rest: Parameters<typeof organizations>): Promise<RenderedApp> {
  const app = await renderOrganization('Members', organizations(...rest));
  await page().findByText('Ada Lovelace');
  return app;
}

async function remove(app: RenderedApp, name: string): Promise<void> {
  await app.user.click(page().getByRole('button', { name: `Remove ${name}` }));
  const dialog = await screen.findByRole('alertdialog', { name: `Remove ${name}?` });
  await app.user.click(within(dialog).getByRole('button', { name: `Remove ${name}` }));
}

describe('the list of members', () => {
  it("shows each member's name and role, and marks the current user", async () => {
    await members();
    const [ada, grace] = page().getAllByRole('listitem');
    expect(ada).toHaveTextContent(/Ada Lovelace You.*Admin/);
    expect(within(ada as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
    expect(grace).toHaveTextContent(/Grace Hopper/);
    await waitFor(() => expect(role('Alan Turing')).toHaveValue('org:member'));
  });

  it('changes pages, announces the page, and keeps the focus on the button at the last page', async () => {
    const app = await members({ members: allMembers });
    expect(page().getAllByRole('listitem')).toHaveLength(10);
    await app.user.click(page().getByRole('button', { name: english.organization.nextPage }));
    await waitFor(() => expect(page().getAllByRole('listitem')).toHaveLength(2));
    await app.advance(200);
    expect(app.spoken).toEqual([`status: ${textOf(english.organization.page, { page: '2', count: 2 })}`]);
    const next = page().getByRole('button', { name: english.organization.nextPage });
    expect(next).toHaveFocus();
    expect(next).toHaveAttribute('aria-disabled', 'true');
  });

  it('searches shortly after the last keystroke, and announces the number of results', async () => {
    const app = await members();
    app.api.forgetRequests();
    await app.user.type(page().getByLabelText(english.organizationMembers.search), 'ann');
    expect(app.api.requests).toEqual([]);
    await app.advance(300);
    await waitFor(() => expect(page().getAllByRole('listitem')).toHaveLength(1));
    expect(page().getByText('Annie Easley')).toBeVisible();
    expect(app.api.requests).toHaveLength(1);
    await app.advance(200);
    expect(app.spoken).toEqual([`status: ${textOf(english.organizationMembers.found, { count: 1 })}`]);
  });

  it('shows that no member matches', async () => {
    const app = await members();
    await app.user.type(page().getByLabelText(english.organizationMembers.search), 'nobody{Enter}');
    expect(
      await page().findByText(textOf(english.organizationMembers.noneFound, { query: 'nobody' })),
    ).toBeVisible();
  });

  it("is read-only if the user's role allows no changes", async () => {
    await members({ members: [{ emailAddress: 'ada@example.com' }, { emailAddress: ALAN.emailAddress }] });
    expect(page().queryByRole('combobox')).not.toBeInTheDocument();
    expect(page().queryByRole('button', { name: /Remove/ })).not.toBeInTheDocument();
  });
});

describe('the role of a member', () => {
  it('is shown immediately, saved, and announced', async () => {
    const app = await members();
    await app.user.selectOptions(
      await page().findByLabelText(textOf(english.organizationMembers.role, { name: 'Alan Turing' })),
      'Admin',
    );
    expect(role('Alan Turing')).toHaveValue('org:admin');
    await waitFor(() => expect(app.mutations()).toHaveLength(1));
    await waitFor(() => expect(role('Alan Turing')).not.toHaveAttribute('data-pending'));
    expect(role('Alan Turing')).toHaveValue('org:admin');
    await app.advance(200);
    expect(app.spoken).toEqual([
      `status: ${textOf(english.organizationMembers.roleChanged, { name: 'Alan Turing', role: 'Admin' })}`,
    ]);
  });

  it('is restored when the change fails, and the error describes the select', async () => {
    const app = await renderOrganization('Members', {
      ...organizations(),
      delay: ({ kind }) => (kind === 'mutation' ? Promise.reject(new TypeError()) : Promise.resolve()),
    });
    await app.user.selectOptions(
      await page().findByLabelText(textOf(english.organizationMembers.role, { name: 'Alan Turing' })),
      'Admin',
    );
    await waitFor(() =>
      expect(role('Alan Turing')).toHaveAccessibleDescription(patternOf(english.errors.unreachable)),
    );
    expect(role('Alan Turing')).toHaveValue('org:member');
  });

  it('announces an error once, even when the user returns to its page', async () => {
    const app = await renderOrganization('Members', {
      ...organizations({ members: allMembers }),
      delay: ({ kind }) => (kind === 'mutation' ? Promise.reject(new TypeError()) : Promise.resolve()),
    });
    const name = 'Member1 Example';
    await app.user.selectOptions(
      await page().findByLabelText(textOf(english.organizationMembers.role, { name })),
      'Admin',
    );
    const error = textOf(english.errors.unreachable);
    await waitFor(() => expect(role(name)).toHaveAccessibleDescription(error));
    await app.advance(200);
    await app.user.click(page().getByRole('button', { name: english.organization.nextPage }));
    await waitFor(() => expect(page().queryByText(name)).not.toBeInTheDocument());
    await app.advance(200);
    await app.user.click(page().getByRole('button', { name: english.organization.previousPage }));
    await waitFor(() => expect(role(name)).toHaveAccessibleDescription(error));
    await app.advance(200);
    expect(app.spoken).toEqual([
      `alert: ${error}`,
      `status: ${textOf(english.organization.page, { page: '2', count: 2 })}`,
      `status: ${textOf(english.organization.page, { page: '1', count: 2 })}`,
    ]);
  });

  it('is restored when maintenance rejects the change, and a dialog explains it', async () => {
    const app = await members();
    const select = await page().findByLabelText(
      textOf(english.organizationMembers.role, { name: 'Alan Turing' }),
    );
    app.api.setMode('maintenance');
    await app.user.selectOptions(select, 'Admin');
    expect(
      await screen.findByText(
        patternOf(english.actions.text, {
          action: textOf(english.organizationMembers.changeRole, { name: 'Alan Turing' }),
        }),
      ),
    ).toBeInTheDocument();
    expect(select).toHaveValue('org:member');
    expect(screen.queryByRole('button', { name: english.actions.defer })).not.toBeInTheDocument();
  });

  it.each<[string, (app: RenderedApp, select: HTMLElement) => Promise<unknown>]>([
    ['a press', ({ user }, select) => user.click(select)],
    ['a key', ({ user }) => user.keyboard('{ArrowDown}')],
    ['a choice that got through', ({ user }, select) => user.selectOptions(select, 'Admin')],
  ])('%s explains a known maintenance and sends nothing', async (_name, act) => {
    const app = await members();
    const select = await page().findByLabelText(
      textOf(english.organizationMembers.role, { name: 'Alan Turing' }),
    );
    app.api.setMode('maintenance');
    await app.user.selectOptions(select, 'Admin');
    await app.user.click(await screen.findByRole('button', { name: english.actions.close }));
    const before = app.mutations();
    await waitFor(() => expect(select).toHaveFocus());
    await act(app, select);
    expect(await screen.findByText(patternOf(english.actions.text))).toBeInTheDocument();
    expect(select).toHaveValue('org:member');
    expect(select).toHaveAttribute('aria-disabled', 'true');
    expect(app.mutations()).toEqual(before);
  });

  it('lets the Tab key pass in maintenance', async () => {
    const app = await members();
    const select = await page().findByLabelText(
      textOf(english.organizationMembers.role, { name: 'Alan Turing' }),
    );
    app.api.setMode('maintenance');
    fireEvent.change(select, { target: { value: 'org:admin' } });
    await app.user.click(await screen.findByRole('button', { name: english.actions.close }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    select.focus();
    await app.user.tab();
    expect(
      page().getByRole('button', {
        name: textOf(english.organizationMembers.removeMember, { name: 'Alan Turing' }),
      }),
    ).toHaveFocus();
  });
});

describe('removing a member', () => {
  it('removes the member, announces it, and moves the focus to the next member', async () => {
    const app = await members();
    await remove(app, 'Alan Turing');
    await waitFor(() => expect(page().queryByText('Alan Turing')).not.toBeInTheDocument());
    await waitFor(() => expect(page().getByText('Annie Easley').closest('li')).toHaveFocus());
    await app.advance(200);
    expect(app.spoken).toEqual([
      `status: ${textOf(english.organizationMembers.removed, { name: 'Alan Turing' })}`,
    ]);
  });

  it('shows the previous page when the last page is empty', async () => {
    const app = await members({ members: allMembers.slice(0, 11) });
    await app.user.click(page().getByRole('button', { name: english.organization.nextPage }));
    await waitFor(() => expect(page().getAllByRole('listitem')).toHaveLength(1));
    await remove(app, 'Member10 Example');
    await waitFor(() => expect(page().getAllByRole('listitem')).toHaveLength(10));
    expect(document.activeElement).not.toBe(document.body);
  });

  it('keeps the member when maintenance rejects it, and the dialog shows the reason', async () => {
    const app = await members();
    app.api.setMode('maintenance');
    await remove(app, 'Alan Turing');
    const dialog = within(screen.getByRole('alertdialog'));
    expect(await dialog.findByText(english.errors.maintenance_mode)).toBeVisible();
    expect(screen.queryByRole('button', { name: english.actions.defer })).not.toBeInTheDocument();
    expect(app.mutations()).toHaveLength(1);
  });
});

describe('the list of members in maintenance', () => {
  it('changes pages and searches', async () => {
    const app = await members({ members: allMembers });
    app.api.setMode('maintenance');
    await app.user.selectOptions(
      await page().findByLabelText(textOf(english.organizationMembers.role, { name: 'Member1 Example' })),
      'Admin',
    );
    await app.user.click(await screen.findByRole('button', { name: english.actions.close }));
    await app.user.click(page().getByRole('button', { name: english.organization.nextPage }));
    await waitFor(() => expect(page().getAllByRole('listitem')).toHaveLength(2));
    await app.user.type(page().getByLabelText(english.organizationMembers.search), 'Member3{Enter}');
    await waitFor(() => expect(page().getAllByRole('listitem')).toHaveLength(1));
  });
});
