import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { UserProfile } from '../src/index.ts';
import { account, ADA_IN_FULL, openTab, openTabInMaintenance, withDialog } from './support/account.ts';
import { dropping, holding } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { endMaintenance, press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'UserProfile/Devices',
  component: UserProfile,
  parameters: { ...account(), docs: { gallery: 'gallery-account--of-user-profile' } },
  globals: { service: 'operational' },
} satisfies Meta<typeof UserProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const open = (play: Play): Promise<void> => openTab(play, 'Devices');
const SAFARI = textOf(english.devices.signOutDevice, {
  device: 'Safari 26 on iPhone',
  location: 'London, GB',
});

/** The service is operational. This device comes first. */
export const Operational: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText(english.devices.current)).toBeVisible());
  },
};

export const Loading: Story = {
  parameters: account({ delay: holding(/active$/) }),
  play: open,
};

export const Failed: Story = {
  parameters: account({
    delay: dropping(/active$/),
  }),
  play: async (play) => {
    await open(play);
    await press(play, english.unavailable.tryAgain);
    await waitFor(() => expect(play.canvas.getByText(english.userProfile.loadFailed)).toBeVisible());
  },
};

/** The user is signed in on this device only. */
export const OneDevice: Story = {
  parameters: account({ users: [{ ...ADA_IN_FULL, devices: [] }] }),
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText(english.devices.empty)).toBeVisible());
  },
};

/** A device is signed out: the focus moves to the next one. */
export const SignedOut: Story = {
  play: async (play) => {
    await open(play);
    await press(play, SAFARI);
    await waitFor(() => expect(play.canvas.queryByText('Safari 26 on iPhone')).toBeNull());
    const next = play.canvas.getByText('Firefox 144 on Linux').closest('li');
    await waitFor(() => expect(next).toHaveFocus());
  },
};

export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await openTabInMaintenance(play, 'Devices');
    await expect(await play.canvas.findByRole('button', { name: SAFARI })).toHaveAttribute('data-disabled');
  },
};

/** Maintenance begins: the dialog explains why nothing was sent, and offers to defer the action. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    const button = await play.canvas.findByRole('button', { name: SAFARI });
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.click(button);
    await expect(await screen.findByRole('button', { name: english.actions.defer })).toBeInTheDocument();
  },
};

/** Deferred until after maintenance. The user can cancel until then. */
export const Deferred: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await play.userEvent.click(screen.getByRole('button', { name: english.actions.defer }));
    await waitFor(() =>
      expect(
        play.canvas.getByRole('button', { name: patternOf(english.actions.cancelDeferredAction) }),
      ).toBeVisible(),
    );
  },
};

/** After maintenance the deferred action runs once. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await Deferred.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() => expect(play.canvas.queryByText('Safari 26 on iPhone')).toBeNull());
  },
};

export const Unavailable: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await Operational.play?.(play);
    serviceOf(play).api.setMode('unavailable');
    await fetch(`${serviceOf(play).adapter.baseUrl}/v1/me`);
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
  },
};
