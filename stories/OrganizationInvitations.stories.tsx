import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { OrganizationProfile } from '../src/index.ts';
import { openTab, withDialog } from './support/account.ts';
import { expectPaused, organization, patiently, work } from './support/organization.ts';
import { holding } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const invitations = ['joan.clarke@example.com', 'dorothy.vaughan@example.com'];

const meta = {
  title: 'Organization/Invitations',
  component: OrganizationProfile,
  parameters: {
    ...organization({ invitations }),
    docs: { gallery: 'gallery-account--of-organization-profile' },
  },
  beforeEach: work,
  globals: { service: 'operational' },
} satisfies Meta<typeof OrganizationProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

async function open(play: Play): Promise<void> {
  await openTab(play, 'Invitations');
}

/** Waits for the roles, which load after the form. An invitation needs a role. */
async function expectRoles({ canvas }: Pick<Play, 'canvas'>): Promise<void> {
  await waitFor(() =>
    expect(canvas.getByLabelText(english.organizationInvitations.role)).toHaveValue('org:member'),
  );
}

async function typeAddresses(
  play: Play,
  text = 'mary.jackson@example.com, evelyn.boyd@example.com',
): Promise<void> {
  await expectRoles(play);
  await type(play, english.organizationInvitations.emails, text);
}

/** The service is operational. */
export const Operational: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText('joan.clarke@example.com')).toBeVisible());
    await expectRoles(play);
  },
};

export const Empty: Story = {
  parameters: organization(),
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText(english.organizationInvitations.empty)).toBeVisible());
  },
};

export const Loading: Story = {
  parameters: organization({}, { delay: holding(/\/invitations$/) }),
  play: async (play) => {
    await open(play);
    await expect(await play.canvas.findByText(english.sessionPending.trying)).toBeInTheDocument();
  },
};

/** The error names the invalid address and selects it. */
export const InvalidAddress: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play, 'mary.jackson@example.com, evelyn.boyd@example');
    await press(play, english.organizationInvitations.send);
    const field = play.canvas.getByLabelText(english.organizationInvitations.emails);
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(
        textOf(english.organizationInvitations.malformed, { count: 1, addresses: 'evelyn.boyd@example' }),
      ),
    );
    await expect(field).toHaveFocus();
  },
};

/** If one invitation fails, none is sent. The input is kept. */
export const AlreadyMember: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play, 'mary.jackson@example.com grace.hopper@example.com');
    await press(play, english.organizationInvitations.send);
    await waitFor(() =>
      expect(
        play.canvas.getByText(
          textOf(english.errors.already_member, {
            email: 'mary.jackson@example.com or grace.hopper@example.com',
          }),
        ),
      ).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.organizationInvitations.emails)).toHaveValue(
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
    await press(play, english.organizationInvitations.send);
    await waitFor(() =>
      expect(
        play.canvas.getByRole('button', { name: english.organizationInvitations.sending }),
      ).toBeVisible(),
    );
  },
};

/** Sent: the list shows the invitations, and the field is empty. */
export const Sent: Story = {
  play: async (play) => {
    await open(play);
    await typeAddresses(play);
    await press(play, english.organizationInvitations.send);
    await waitFor(() => expect(play.canvas.getByText('evelyn.boyd@example.com')).toBeVisible());
    await waitFor(() =>
      expect(play.canvas.getByLabelText(english.organizationInvitations.emails)).toHaveValue(''),
    );
  },
};

/** Everything is readable, and fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await open(play);
    await expectPaused(play);
    await typeAddresses(play);
    await waitFor(() => expect(play.canvas.getByText('joan.clarke@example.com')).toBeVisible());
  },
};

/** The maintenance began while the user typed. The input is kept. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await open(play);
    await typeAddresses(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.organizationInvitations.send);
    await expectPaused(play);
    await expect(play.canvas.getByLabelText(english.organizationInvitations.emails)).toHaveValue(
      'mary.jackson@example.com, evelyn.boyd@example.com',
    );
  },
};

/** A press during maintenance gives the reason and sends nothing. */
export const RevokeInMaintenance: Story = {
  globals: { service: 'maintenance' },
  parameters: { ...organization({ invitations }), ...withDialog },
  play: async (play) => {
    await open(play);
    await expectPaused(play);
    await press(
      play,
      textOf(english.organizationInvitations.revokeInvitation, { email: 'joan.clarke@example.com' }),
    );
    await waitFor(() => expect(screen.getByText(patternOf(english.actions.text))).toBeVisible(), patiently);
  },
};

/** Removed: the focus moves to the next item. */
export const Revoked: Story = {
  play: async (play) => {
    await open(play);
    await press(
      play,
      textOf(english.organizationInvitations.revokeInvitation, { email: 'joan.clarke@example.com' }),
    );
    await waitFor(() => expect(play.canvas.queryByText('joan.clarke@example.com')).toBeNull());
    const next = play.canvas.getByText('dorothy.vaughan@example.com').closest('li');
    await waitFor(() => expect(next).toHaveFocus());
  },
};
