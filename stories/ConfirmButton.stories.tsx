import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor, within } from 'storybook/test';
import { ConfirmButton } from '../src/index.ts';
import { expectDialog, expectBlocked, withDialog } from './support/account.ts';
import { serviceOf } from './support/service.tsx';
import { press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf } from '../test/support/textOf.ts';

const run = fn(() => Promise.resolve()).mockName('run');

const meta = {
  title: 'Actions/ConfirmButton',
  component: ConfirmButton,
  argTypes: {
    tone: { control: 'inline-radio', options: ['neutral', 'danger'] },
    children: { control: 'text' },
  },
  args: {
    label: 'Delete account',
    title: 'Delete your account?',
    text: 'Your notes and your settings go with it. This cannot be undone.',
    confirm: 'Delete for good',
    run: (): Promise<unknown> => run(),
  },
  beforeEach: () => {
    run.mockClear();
  },
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-parts--of-actions' } },
} satisfies Meta<typeof ConfirmButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Operational: Story = {};

/** A destructive action asks for confirmation. */
export const Confirming: Story = {
  parameters: withDialog,
  play: async (play) => {
    await press(play, 'Delete account');
    await expectDialog('Delete your account?');
    await expect(screen.getByRole('button', { name: english.actions.cancel })).toHaveFocus();
    await expect(run).not.toHaveBeenCalled();
  },
};

/** Nothing was sent, and the focus returns to the button. */
export const Canceled: Story = {
  play: async (play) => {
    await Confirming.play?.(play);
    await play.userEvent.click(screen.getByRole('button', { name: english.actions.cancel }));
    await waitFor(() => expect(play.canvas.getByRole('button', { name: 'Delete account' })).toHaveFocus());
    await expect(run).not.toHaveBeenCalled();
  },
};

export const Done: Story = {
  play: async (play) => {
    await Confirming.play?.(play);
    await play.userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expect(run).toHaveBeenCalledTimes(1);
  },
};

/** The dialog stays open and shows the error. */
export const Failed: Story = {
  args: { run: () => Promise.reject(new TypeError('Failed to fetch')) },
  parameters: withDialog,
  play: async (play) => {
    await Confirming.play?.(play);
    await play.userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() =>
      expect(
        within(screen.getByRole('alertdialog')).getByText(patternOf(english.errors.unreachable)),
      ).toBeVisible(),
    );
  },
};

/** While it is disabled, a press gives the reason instead of asking. The action can't be deferred. */
export const InMaintenance: Story = {
  globals: { service: 'maintenance' },
  parameters: withDialog,
  play: async (play) => {
    const button = await play.canvas.findByRole('button', { name: 'Delete account' });
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
    await press(play, 'Delete account');
    await expectBlocked('Delete account');
    await expect(screen.queryByRole('button', { name: english.actions.defer })).toBeNull();
    await expect(run).not.toHaveBeenCalled();
  },
};

/** Maintenance begins while the dialog is open, which shows it. Its button is guarded too. */
export const MaintenanceWhileOpen: Story = {
  globals: { service: 'changes' },
  parameters: withDialog,
  play: async (play) => {
    await Confirming.play?.(play);
    const { api, monitor, adapter } = serviceOf(play);
    api.setMode('maintenance');
    await fetch(`${adapter.baseUrl}/v1/me`, { method: 'POST' });
    await waitFor(() => expect(monitor.getSnapshot().status).toBe('maintenance'));
    await play.userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    await expect(
      within(screen.getByRole('alertdialog')).getByText(english.maintenance.availableAgain),
    ).toBeVisible();
    await expect(run).not.toHaveBeenCalled();
  },
};
