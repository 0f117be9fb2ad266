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

/** The roles come after the form, and bring a field of their own along. Nothing is sent without one. */
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

/** Nothing is wrong. */
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

/** The field says which address is none, and has it selected. */
export const Malformed: Story = {
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

/** All of them or none: nothing typed is lost. */
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

/** Sent: the list has them, and the field is ready for the next ones. */
export const Sent: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play);
    await press(play, 'Send invitations');
    await expect(await play.canvas.findByText('evelyn.boyd@example.com')).toBeVisible();
    await waitFor(() => expect(play.canvas.getByLabelText('Email addresses')).toHaveValue(''));
  },
};

/** Everything can be read, and a draft is welcome. */
export const MaintenanceKnownBefore: Story = {
  parameters: organization({ invitations }, { mode: 'maintenance' }),
  play: async (play) => {
    await open(play);
    await expect(await findPaused(play)).toBeVisible();
    await typeAddresses(play);
    await expect(await play.canvas.findByText('joan.clarke@example.com')).toBeVisible();
  },
};

/** The maintenance began while somebody typed. Everything is still there. */
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

/** A press in maintenance tells why, and sends nothing. */
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

/** Gone: the focus goes on to the next one. */
export const Revoked: Story = {
  play: async (play) => {
    await open(play);
    await press(play, 'Revoke the invitation of joan.clarke@example.com');
    await waitFor(() => expect(play.canvas.queryByText('joan.clarke@example.com')).toBeNull());
    const next = play.canvas.getByText('dorothy.vaughan@example.com').closest('li');
    await waitFor(() => expect(next).toHaveFocus());
  },
};
