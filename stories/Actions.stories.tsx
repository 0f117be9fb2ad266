import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { ActionButton } from '../src/index.ts';
import { expectBlocked, withDialog } from './support/account.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const run = fn(() => Promise.resolve()).mockName('run');

const meta = {
  title: 'Actions/ActionButton',
  component: ActionButton,
  argTypes: {
    tone: { control: 'inline-radio', options: ['neutral', 'danger'] },
    children: { control: 'text' },
  },
  args: { label: 'Revoke', run: (): Promise<unknown> => run() },
  beforeEach: () => {
    run.mockClear();
  },
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-parts--of-actions' } },
} satisfies Meta<typeof ActionButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Operational: Story = {
  play: async (play) => {
    await press(play, 'Revoke');
    await expect(run).toHaveBeenCalledTimes(1);
  },
};

/** The action is pending: a second press does nothing. */
export const Pending: Story = {
  args: { run: () => new Promise(() => {}) },
  play: async (play) => {
    await press(play, 'Revoke');
    await expect(play.canvas.getByRole('button', { name: 'Revoke' })).toHaveAttribute('data-pending');
  },
};

/** An error of the API or a lost connection is shown beside the button. */
export const Failed: Story = {
  args: { run: () => Promise.reject(new TypeError('Failed to fetch')) },
  play: async (play) => {
    await press(play, 'Revoke');
    await waitFor(() => expect(play.canvas.getByText(patternOf(english.errors.unreachable))).toBeVisible());
    await expect(play.canvas.getByRole('button', { name: 'Revoke' })).toHaveFocus();
  },
};

/** Disabled, and still focusable. */
export const Disabled: Story = {
  globals: { service: 'maintenance' },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Revoke' });
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
  },
};

/** A press opens a dialog with the reason, and sends nothing. */
export const Pressed: Story = {
  globals: { service: 'maintenance' },
  parameters: withDialog,
  play: async (play) => {
    await Disabled.play?.(play);
    await press(play, 'Revoke');
    await expectBlocked('Revoke');
    await expect(run).not.toHaveBeenCalled();
  },
};

/** The user can defer an action that has `canWait` until after maintenance. */
export const Deferred: Story = {
  globals: { service: 'maintenance' },
  args: { canWait: true },
  play: async (play) => {
    await Disabled.play?.(play);
    await press(play, 'Revoke');
    await play.userEvent.click(await screen.findByRole('button', { name: english.actions.defer }));
    await waitFor(() => expect(play.canvas.getByText(patternOf(english.actions.deferred))).toBeVisible());
  },
};

export const Canceled: Story = {
  globals: { service: 'maintenance' },
  args: { canWait: true },
  play: async (play) => {
    await Deferred.play?.(play);
    await press(play, textOf(english.actions.cancelDeferredAction, { action: 'Revoke' }));
    await waitFor(() => expect(play.canvas.queryByText(patternOf(english.actions.deferred))).toBeNull());
    await expect(play.canvas.getByRole('button', { name: 'Revoke' })).toHaveFocus();
  },
};

/** After maintenance the deferred action runs once. */
export const RunAfterMaintenance: Story = {
  globals: { service: 'changes' },
  args: { canWait: true },
  parameters: service({ mode: 'maintenance' }),
  play: async (play) => {
    await Deferred.play?.(play);
    const { api, monitor } = serviceOf(play);
    api.setMode('operational');
    await monitor.checkNow();
    await waitFor(() => expect(run).toHaveBeenCalledTimes(1));
    await expect(
      await play.canvas.findByText(textOf(english.actions.done, { action: 'Revoke' })),
    ).toBeInTheDocument();
  },
};
