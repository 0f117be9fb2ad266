import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { UserProfile } from '../src/index.ts';
import {
  account,
  ADA_IN_FULL,
  expectDialog,
  expectBlocked,
  openTab,
  openTabInMaintenance,
  withDialog,
} from './support/account.ts';
import { dropping, holding } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const onRedirect = fn().mockName('onRedirect');

const meta = {
  title: 'UserProfile/Connected accounts',
  component: UserProfile,
  parameters: { ...account(), docs: { gallery: 'gallery-account--of-user-profile' } },
  args: { onRedirect },
  globals: { service: 'operational' },
} satisfies Meta<typeof UserProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const open = (play: Play): Promise<void> => openTab(play, english.connectedAccounts.tab);

/** The service is operational. */
export const Operational: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await open(play);
    await waitFor(() =>
      expect(
        play.canvas.getByRole('button', {
          name: textOf(english.connectedAccounts.connect, { provider: 'Google' }),
        }),
      ).toBeVisible(),
    );
  },
};

export const Loading: Story = {
  parameters: account({
    delay: holding(/^\/v1\/me$/),
  }),
  play: open,
};

export const Failed: Story = {
  parameters: account({
    delay: dropping(/^\/v1\/me$/),
  }),
  play: open,
};

export const Empty: Story = {
  parameters: account({ users: [{ ...ADA_IN_FULL, connectedTo: [] }] }),
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText(english.connectedAccounts.empty)).toBeVisible());
  },
};

/** The browser opens the provider. */
export const Connecting: Story = {
  play: async (play) => {
    await open(play);
    await press(play, textOf(english.connectedAccounts.connect, { provider: 'Google' }));
    await waitFor(() => expect(onRedirect).toHaveBeenCalledTimes(1));
  },
  beforeEach: () => {
    onRedirect.mockClear();
  },
};

export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await openTabInMaintenance(play, english.connectedAccounts.tab);
    await expect(
      await play.canvas.findByRole('button', {
        name: textOf(english.connectedAccounts.connect, { provider: 'Google' }),
      }),
    ).toHaveAttribute('data-disabled');
  },
};

/** Maintenance begins: the button doesn't open the provider. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    const button = await play.canvas.findByRole('button', {
      name: textOf(english.connectedAccounts.connect, { provider: 'Google' }),
    });
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.click(button);
    await expectBlocked(textOf(english.connectedAccounts.connect, { provider: 'Google' }));
  },
};

export const Disconnecting: Story = {
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    await press(play, textOf(english.connectedAccounts.disconnectAccount, { provider: 'GitHub' }));
    await expectDialog(textOf(english.connectedAccounts.disconnectTitle, { provider: 'GitHub' }));
  },
};
