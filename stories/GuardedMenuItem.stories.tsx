import { Content, Item, Portal, Root, Trigger } from '@radix-ui/react-dropdown-menu';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { MaintenanceDialog } from '../src/index.ts';
import { GuardedMenuItem } from '../src/ui/action/GuardedMenuItem.tsx';
import { expectBlocked, withDialog } from './support/account.ts';
import { press } from './support/typing.ts';

const run = fn(() => Promise.resolve()).mockName('run');

/** An item of your own menu. The dialog is rendered outside the menu. */
const meta = {
  title: 'Actions/GuardedMenuItem',
  component: GuardedMenuItem,
  argTypes: { children: { control: 'text' } },
  args: { label: 'Archive note', run },
  decorators: [
    (Story) => (
      <>
        <Root modal={false}>
          <Trigger className="mk-button">Note</Trigger>
          <Portal>
            <Content className="mk-menu" sideOffset={6}>
              <Item className="mk-menu-item">Copy link</Item>
              <Story />
            </Content>
          </Portal>
        </Root>
        <MaintenanceDialog />
      </>
    ),
  ],
  beforeEach: () => {
    run.mockClear();
  },
  // In an iframe, where the menu opens.
  parameters: { docs: { story: { inline: false, height: '12rem' } } },
  globals: { service: 'operational' },
} satisfies Meta<typeof GuardedMenuItem>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Operational: Story = {
  play: async (play) => {
    await press(play, 'Note');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Archive note' })).toBeVisible());
  },
};

export const Done: Story = {
  play: async (play) => {
    await Operational.play?.(play);
    await play.userEvent.click(screen.getByRole('menuitem', { name: 'Archive note' }));
    await waitFor(() => expect(run).toHaveBeenCalledTimes(1));
  },
};

/** Disabled: the arrow keys still reach it. */
export const Disabled: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await play.canvas.findByText(/^System under maintenance/);
    await Operational.play?.(play);
    await expect(screen.getByRole('menuitem', { name: 'Archive note' })).toHaveAttribute('data-disabled');
  },
};

/** Chosen during maintenance: the dialog explains why nothing was sent. */
export const Chosen: Story = {
  globals: { service: 'maintenance' },
  parameters: withDialog,
  play: async (play) => {
    await Disabled.play?.(play);
    await play.userEvent.click(screen.getByRole('menuitem', { name: 'Archive note' }));
    await expectBlocked('Archive note');
    await expect(run).not.toHaveBeenCalled();
  },
};
