import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { OrganizationProfile } from '../src/index.ts';
import { expectBlocked, openTab, withDialog } from './support/account.ts';
import { expectPaused, organization, patiently, work } from './support/organization.ts';
import { dropping, holding } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'Organization/Members',
  component: OrganizationProfile,
  parameters: { ...organization(), docs: { gallery: 'gallery-account--of-organization-profile' } },
  beforeEach: work,
  globals: { service: 'operational' },
} satisfies Meta<typeof OrganizationProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

async function open(play: Play): Promise<void> {
  await openTab(play, 'Members');
}

/** Waits for the roles, which load after the list. */
async function findRoles({ canvas }: Pick<Play, 'canvas'>, name: string): Promise<HTMLElement> {
  const select = await canvas.findByLabelText(textOf(english.organizationMembers.role, { name }));
  await within(select).findByRole('option', { name: 'Admin' });
  return select;
}

async function choose(play: Play, name: string, role: string): Promise<void> {
  await play.userEvent.selectOptions(await findRoles(play, name), role);
}

/** The service is operational. */
export const Operational: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText('Grace Hopper')).toBeVisible());
    await expect(
      await play.canvas.findByLabelText(textOf(english.organizationMembers.role, { name: 'Alan Turing' })),
    ).toHaveValue('org:member');
  },
};

export const Loading: Story = {
  parameters: organization({}, { delay: holding(/\/memberships$/) }),
  play: async (play) => {
    await open(play);
    await expect(await play.canvas.findByText(english.sessionPending.trying)).toBeInTheDocument();
  },
};

export const Failed: Story = {
  parameters: organization({}, { delay: dropping(/\/memberships$/) }),
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText(english.organization.loadFailed)).toBeVisible());
  },
};

/** More than one page. */
export const FirstPage: Story = {
  parameters: organization({ others: 12 }),
  play: async (play) => {
    await open(play);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.organization.page, { page: '1', count: 2 }))).toBeVisible(),
    );
  },
};

/** The button keeps the focus, even on the last page. */
export const LastPage: Story = {
  parameters: organization({ others: 12 }),
  play: async (play) => {
    await open(play);
    await press(play, english.organization.nextPage);
    await waitFor(() => expect(play.canvas.getByText('Radia Perlman')).toBeVisible());
    await expect(play.canvas.getByRole('button', { name: english.organization.nextPage })).toHaveFocus();
  },
};

export const Searched: Story = {
  parameters: organization({ others: 12 }),
  play: async (play) => {
    await open(play);
    await type(play, english.organizationMembers.search, 'ann');
    // Before the list is loaded, it has neither.
    await waitFor(async () => {
      await expect(play.canvas.getByText('Annie Easley')).toBeVisible();
      await expect(play.canvas.queryByText('Grace Hopper')).toBeNull();
    });
  },
};

export const NoMatches: Story = {
  play: async (play) => {
    await open(play);
    await type(play, english.organizationMembers.search, 'nobody{Enter}');
    await waitFor(() =>
      expect(
        play.canvas.getByText(textOf(english.organizationMembers.noneFound, { query: 'nobody' })),
      ).toBeVisible(),
    );
  },
};

/** The user's role doesn't allow changes: the list is read-only. */
export const NotAllowed: Story = {
  parameters: organization({ role: 'org:member' }),
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText('Grace Hopper')).toBeVisible());
    await expect(play.canvas.queryByRole('combobox')).toBeNull();
    await expect(play.canvas.queryByRole('button', { name: /Remove/ })).toBeNull();
  },
};

/** The new role is shown while the request is pending. */
export const ChangingRole: Story = {
  parameters: organization(
    {},
    { delay: ({ kind }) => (kind === 'mutation' ? new Promise(() => {}) : Promise.resolve()) },
  ),
  play: async (play) => {
    await open(play);
    await choose(play, 'Alan Turing', 'Admin');
    await expect(
      play.canvas.getByLabelText(textOf(english.organizationMembers.role, { name: 'Alan Turing' })),
    ).toHaveValue('org:admin');
  },
};

/** The API rejects the new role: the old one is shown again, with the error. */
export const RoleRejected: Story = {
  parameters: organization(
    {},
    { delay: ({ method }) => (method === 'PATCH' ? Promise.reject(new TypeError()) : Promise.resolve()) },
  ),
  play: async (play) => {
    await open(play);
    await choose(play, 'Alan Turing', 'Admin');
    await waitFor(() => expect(play.canvas.getByText(patternOf(english.errors.unreachable))).toBeVisible());
    await expect(
      play.canvas.getByLabelText(textOf(english.organizationMembers.role, { name: 'Alan Turing' })),
    ).toHaveValue('org:member');
  },
};

/** Lists load, and paging and search work. Controls that change data are disabled. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  parameters: organization({ others: 12 }),
  play: async (play) => {
    await open(play);
    await expectPaused(play);
    await press(play, english.organization.nextPage);
    await waitFor(() => expect(play.canvas.getByText('Radia Perlman')).toBeVisible());
    await expect(
      play.canvas.getByLabelText(textOf(english.organizationMembers.role, { name: 'Radia Perlman' })),
    ).toHaveAttribute('aria-disabled', 'true');
  },
};

/** A press during maintenance gives the reason and sends nothing. */
export const RoleInMaintenance: Story = {
  globals: { service: 'maintenance' },
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    await expectPaused(play);
    const select = await play.canvas.findByLabelText(
      textOf(english.organizationMembers.role, { name: 'Alan Turing' }),
    );
    serviceOf(play).api.forgetRequests();
    await play.userEvent.click(select);
    await expectBlocked(textOf(english.organizationMembers.changeRole, { name: 'Alan Turing' }));
    await expect(serviceOf(play).api.requests.filter(({ kind }) => kind === 'mutation')).toEqual([]);
  },
};

/** Maintenance rejects the new role: the old one is shown again, and the dialog gives the reason. */
export const RoleRejectedJustNow: Story = {
  globals: { service: 'changes' },
  parameters: { ...organization(), ...withDialog },
  play: async (play) => {
    await open(play);
    const select = await findRoles(play, 'Alan Turing');
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.selectOptions(select, 'Admin');
    await expectBlocked(textOf(english.organizationMembers.changeRole, { name: 'Alan Turing' }));
    await expect(select).toHaveValue('org:member');
  },
};

/** A destructive action asks for confirmation. */
export const ConfirmingRemoval: Story = {
  parameters: { ...organization(), ...withDialog },
  play: async (play) => {
    await open(play);
    await press(play, textOf(english.organizationMembers.removeMember, { name: 'Alan Turing' }));
    const dialog = await screen.findByRole(
      'alertdialog',
      { name: textOf(english.organizationMembers.removeMember, { name: 'Alan Turing?' }) },
      patiently,
    );
    await waitFor(() => expect(dialog).toBeVisible());
  },
};

/** Removed: the focus moves to the next item. */
export const Removed: Story = {
  play: async (play) => {
    await ConfirmingRemoval.play?.(play);
    await play.userEvent.click(
      screen.getByRole('button', {
        name: textOf(english.organizationMembers.removeMember, { name: 'Alan Turing' }),
      }),
    );
    await waitFor(() => expect(play.canvas.queryByText('Alan Turing')).toBeNull());
    const next = play.canvas.getByText('Annie Easley').closest('li');
    await waitFor(() => expect(next).toHaveFocus());
  },
};
