import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { MaintenanceDialog, useAction } from '../src/index.ts';
import { expectBlocked, withDialog } from './support/account.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';

/** Your own button, built with `useAction`. */
function Archive({ canWait }: { readonly canWait: boolean }) {
  const { perform } = useAction(() => Promise.resolve(), { label: 'Archive note', canWait });
  return (
    <button type="button" className="mk-button" onClick={() => void perform()}>
      Archive note
    </button>
  );
}

/** Explains why an action was not sent. One dialog serves the whole application. */
const meta = {
  title: 'Maintenance/MaintenanceDialog',
  component: MaintenanceDialog,
  // In an iframe, because an open dialog covers the whole page.
  parameters: { ...withDialog, docs: { story: { inline: false, height: '22rem' } } },
  render: () => (
    <>
      <Archive canWait={false} />
      <MaintenanceDialog />
    </>
  ),
  globals: { service: 'maintenance' },
} satisfies Meta<typeof MaintenanceDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A destructive action can't be deferred. */
export const NotDeferrable: Story = {
  play: async (play) => {
    await play.canvas.findByText(/^System under maintenance/);
    await press(play, 'Archive note');
    await expectBlocked('Archive note');
    await expect(screen.queryByRole('button', { name: english.actions.defer })).toBeNull();
  },
};

/** The user can defer the action. */
export const Deferrable: Story = {
  render: () => (
    <>
      <Archive canWait />
      <MaintenanceDialog />
    </>
  ),
  play: async (play) => {
    await play.canvas.findByText(/^System under maintenance/);
    await press(play, 'Archive note');
    await expectBlocked('Archive note');
    await expect(screen.getByRole('button', { name: english.actions.defer })).toBeVisible();
  },
};

/** Maintenance ends while the dialog is open. The dialog shows it and stays open. */
export const RecoveredWhileOpen: Story = {
  globals: { service: 'changes' },
  parameters: { service: { mode: 'maintenance' } satisfies StoryService },
  play: async (play) => {
    await NotDeferrable.play?.(play);
    const { api, monitor } = serviceOf(play);
    api.setMode('operational');
    await monitor.checkNow();
    await waitFor(() => expect(screen.getByRole('alertdialog', { name: english.over.title })).toBeVisible());
  },
};

/** The focus returns to the button when the dialog closes. */
export const Closed: Story = {
  play: async (play) => {
    await NotDeferrable.play?.(play);
    await play.userEvent.keyboard('{Escape}');
    await waitFor(() => expect(play.canvas.getByRole('button', { name: 'Archive note' })).toHaveFocus());
  },
};
