import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { OrganizationProfile } from '../src/index.ts';
import { openTab, withDialog } from './support/account.ts';
import { findPaused, holding, organization, patiently, work } from './support/organization.ts';
import { serviceOf } from './support/service.tsx';
import { press, type } from './support/typing.ts';

const invitations = ['joan.clarke@example.com', 'dorothy.vaughan@example.com'];

const meta = {
  title: 'Organization/Invitations',
  component: OrganizationProfile,
  parameters: organization({ invitations }),
  beforeEach: work,
} satisfies Meta<typeof OrganizationProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

async function open(play: Play): Promise<void> {
  await openTab(play, 'Invitations');
}

/** Waits for the roles, which load after the form. An invitation needs a role. */
async function expectRoles({ canvas }: Pick<Play, 'canvas'>): Promise<void> {
  await waitFor(() => expect(canvas.getByLabelText('Role')).toHaveValue('org:member'));
}

async function typeAddresses(
  play: Play,
  text = 'mary.jackson@example.com, evelyn.boyd@example.com',
): Promise<void> {
  await expectRoles(play);
  await type(play, 'Email addresses', text);
}

/** The service is operational. */
export const Operational: Story = {
  play: async (play) => {
    await open(play);
    await expect(await play.canvas.findByText('joan.clarke@example.com')).toBeVisible();
    await expectRoles(play);
  },
};

export const Empty: Story = {
  parameters: organization(),
  play: async (play) => {
    await open(play);
    await expect(await play.canvas.findByText('Nobody is invited at the moment.')).toBeVisible();
  },
};

export const Loading: Story = {
  parameters: organization({}, { delay: holding(/\/invitations$/) }),
  play: async (play) => {
    await open(play);
    await expect(await play.canvas.findByText('Loading…')).toBeInTheDocument();
  },
};

/** The error names the invalid address and selects it. */
export const InvalidAddress: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play, 'mary.jackson@example.com, evelyn.boyd@example');
    await press(play, 'Send invitations');
    const field = play.canvas.getByLabelText('Email addresses');
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription('“evelyn.boyd@example” is not an email address.'),
    );
    await expect(field).toHaveFocus();
  },
};

/** If one invitation fails, none is sent. The input is kept. */
export const AlreadyMember: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play, 'mary.jackson@example.com grace.hopper@example.com');
    await press(play, 'Send invitations');
    await expect(await play.canvas.findByText('This person is already a member.')).toBeVisible();
    await expect(play.canvas.getByLabelText('Email addresses')).toHaveValue(
      'mary.jackson@example.com grace.hopper@example.com',
    );
  },
};

export const Sending: Story = {
  parameters: organization(
    { invitations },
    { delay: ({ kind }) => (kind === 'mutation' ? new Promise(() => {}) : Promise.resolve()) },
  ),
  play: async (play) => {
    await open(play);
    await typeAddresses(play);
    await press(play, 'Send invitations');
    await expect(await play.canvas.findByRole('button', { name: 'Sending…' })).toBeVisible();
  },
};

/** Sent: the list shows the invitations, and the field is empty. */
export const Sent: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play);
    await press(play, 'Send invitations');
    await expect(await play.canvas.findByText('evelyn.boyd@example.com')).toBeVisible();
    await waitFor(() => expect(play.canvas.getByLabelText('Email addresses')).toHaveValue(''));
  },
};

/** Everything is readable, and fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  parameters: organization({ invitations }, { mode: 'maintenance' }),
  play: async (play) => {
    await open(play);
    await expect(await findPaused(play)).toBeVisible();
    await typeAddresses(play);
    await expect(await play.canvas.findByText('joan.clarke@example.com')).toBeVisible();
  },
};

/** The maintenance began while the user typed. The input is kept. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Send invitations');
    await expect(await findPaused(play)).toBeVisible();
    await expect(play.canvas.getByLabelText('Email addresses')).toHaveValue(
      'mary.jackson@example.com, evelyn.boyd@example.com',
    );
  },
};

/** A press during maintenance says why and sends nothing. */
export const RevokeInMaintenance: Story = {
  parameters: { ...organization({ invitations }, { mode: 'maintenance' }), ...withDialog },
  play: async (play) => {
    await open(play);
    await findPaused(play);
    await press(play, 'Revoke the invitation of joan.clarke@example.com');
    await waitFor(
      () => expect(screen.getByText(/was not done: the service is under maintenance/)).toBeVisible(),
      patiently,
    );
  },
};

/** Removed: the focus moves to the next one. */
export const Revoked: Story = {
  play: async (play) => {
    await open(play);
    await press(play, 'Revoke the invitation of joan.clarke@example.com');
    await waitFor(() => expect(play.canvas.queryByText('joan.clarke@example.com')).toBeNull());
    const next = play.canvas.getByText('dorothy.vaughan@example.com').closest('li');
    await waitFor(() => expect(next).toHaveFocus());
  },
};
