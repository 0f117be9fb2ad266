import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { UserProfile } from '../src/index.ts';
import {
  account,
  ADA_IN_FULL,
  expectDialog,
  expectHeldUp,
  openTab,
  openTabInMaintenance,
  withDialog,
} from './support/account.ts';
import { serviceOf } from './support/service.tsx';
import { press } from './support/typing.ts';

const onRedirect = fn();

const meta = {
  title: 'UserProfile/Connected accounts',
  component: UserProfile,
  parameters: account(),
  args: { onRedirect },
} satisfies Meta<typeof UserProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const open = (play: Play): Promise<void> => openTab(play, 'Connected accounts');

/** The service is operational. */
export const Operational: Story = {
  play: async (play) => {
    await open(play);
    await expect(await play.canvas.findByRole('button', { name: 'Connect Google' })).toBeVisible();
  },
};

export const Loading: Story = {
  parameters: account({
    delay: ({ path }) => (path === '/v1/me' ? new Promise(() => {}) : Promise.resolve()),
  }),
  play: open,
};

export const Failed: Story = {
  parameters: account({
    delay: ({ path }) =>
      path === '/v1/me' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(),
  }),
  play: open,
};

export const Empty: Story = {
  parameters: account({ users: [{ ...ADA_IN_FULL, connectedTo: [] }] }),
  play: async (play) => {
    await open(play);
    await expect(await play.canvas.findByText('No account is connected yet.')).toBeVisible();
  },
};

/** The browser opens the other service. */
export const Connecting: Story = {
  play: async (play) => {
    await open(play);
    await press(play, 'Connect Google');
    await waitFor(() => expect(onRedirect).toHaveBeenCalledTimes(1));
  },
  beforeEach: () => {
    onRedirect.mockClear();
  },
};

export const MaintenanceKnownBefore: Story = {
  parameters: account({ mode: 'maintenance' }),
  play: async (play) => {
    await openTabInMaintenance(play, 'Connected accounts');
    await expect(await play.canvas.findByRole('button', { name: 'Connect Google' })).toHaveAttribute(
      'data-disabled',
    );
  },
};

/** Maintenance begins: the button doesn't open the other service. */
export const RejectedJustNow: Story = {
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    const button = await play.canvas.findByRole('button', { name: 'Connect Google' });
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.click(button);
    await expectHeldUp('Connect Google');
  },
};

export const Disconnecting: Story = {
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    await press(play, 'Disconnect: Github');
    await expectDialog('Disconnect Github?');
  },
};
