import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { ActionButton, ConfirmButton, GuardedLink } from '../src/index.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press } from './support/typing.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });
const withDialog = {
  a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }] } },
};

const run = fn(() => Promise.resolve());

const meta = {
  title: 'Actions/ActionButton',
  component: ActionButton,
  subcomponents: { ConfirmButton, GuardedLink },
  args: { label: 'Revoke', run },
  beforeEach: () => {
    run.mockClear();
  },
} satisfies Meta<typeof ActionButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Operational: Story = {
  play: async (play) => {
    await press(play, 'Revoke');
    await expect(run).toHaveBeenCalledTimes(1);
  },
};

export const Closed: Story = { parameters: service({ mode: 'maintenance' }) };

/** What cannot be undone asks first. */
export const Confirmed: Story = {
  parameters: withDialog,
  render: () => (
    <ConfirmButton
      label="Delete account"
      title="Delete your account?"
      text="Your notes and your settings go with it. This cannot be undone."
      confirm="Delete for good"
      run={run}
    />
  ),
  play: async (play) => {
    await press(play, 'Delete account');
    await waitFor(() =>
      expect(screen.getByRole('alertdialog', { name: 'Delete your account?' })).toBeVisible(),
    );
    await expect(run).not.toHaveBeenCalled();
  },
};

/** The button that does it is guarded too, and it never waits for later. */
export const ConfirmedInMaintenance: Story = {
  ...Confirmed,
  parameters: { ...service({ mode: 'maintenance' }), ...withDialog },
  play: async (play) => {
    await play.canvas.findByText(/^System under maintenance/);
    await Confirmed.play?.(play);
    await play.userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(screen.getByText(/“Delete for good” was not done/)).toBeVisible());
    await expect(screen.queryByRole('button', { name: /when the maintenance is over/ })).toBeNull();
    await expect(run).not.toHaveBeenCalled();
  },
};

/** A link to where something is changed. In maintenance nobody is sent there into an error. */
export const Link: Story = {
  parameters: { ...service({ mode: 'maintenance' }), ...withDialog },
  render: () => (
    <GuardedLink label="Manage billing" href="#billing">
      Manage billing
    </GuardedLink>
  ),
  play: async (play) => {
    await play.canvas.findByText(/^System under maintenance/);
    await play.userEvent.click(play.canvas.getByRole('link', { name: 'Manage billing' }));
    await waitFor(() => expect(screen.getByText(/“Manage billing” was not done/)).toBeVisible());
    await expect(location.hash).not.toBe('#billing');
    await expect(serviceOf(play).monitor.getSnapshot().status).toBe('maintenance');
  },
};
