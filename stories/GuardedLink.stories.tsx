import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { GuardedLink } from '../src/index.ts';
import { expectBlocked, withDialog } from './support/account.ts';

const meta = {
  title: 'Actions/GuardedLink',
  component: GuardedLink,
  args: { label: 'Manage billing', href: '#billing', children: 'Manage billing' },
  argTypes: {
    children: { description: 'What the link shows.', table: { type: { summary: 'ReactNode' } } },
  },
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-parts--of-actions' } },
} satisfies Meta<typeof GuardedLink>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A link to a page that changes data. */
export const Operational: Story = {};

/** Disabled: it keeps its address and stays focusable. */
export const Disabled: Story = {
  globals: { service: 'maintenance' },
  play: async ({ canvas, userEvent }) => {
    const link = canvas.getByRole('link', { name: 'Manage billing' });
    await waitFor(() => expect(link).toHaveAttribute('aria-disabled', 'true'));
    await userEvent.tab();
    await expect(link).toHaveFocus();
  },
};

/** A press during maintenance doesn't navigate. */
export const Pressed: Story = {
  globals: { service: 'maintenance' },
  parameters: withDialog,
  play: async (play) => {
    await Disabled.play?.(play);
    await play.userEvent.keyboard('{Enter}');
    await expectBlocked('Manage billing');
    await expect(location.hash).not.toBe('#billing');
  },
};
