import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { GuardedLink } from '../src/index.ts';
import { expectHeldUp, withDialog } from './support/account.ts';
import type { StoryService } from './support/service.tsx';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Actions/GuardedLink',
  component: GuardedLink,
  args: { label: 'Manage billing', href: '#billing', children: 'Manage billing' },
  argTypes: {
    children: { description: 'What the link shows.', table: { type: { summary: 'ReactNode' } } },
  },
} satisfies Meta<typeof GuardedLink>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A link to a page that changes something. */
export const Operational: Story = {};

/** Disabled: it keeps its address and stays focusable. */
export const Disabled: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async ({ canvas, userEvent }) => {
    const link = canvas.getByRole('link', { name: 'Manage billing' });
    await waitFor(() => expect(link).toHaveAttribute('aria-disabled', 'true'));
    await userEvent.tab();
    await expect(link).toHaveFocus();
  },
};

/** A press during maintenance doesn't navigate. */
export const Pressed: Story = {
  parameters: { ...service({ mode: 'maintenance' }), ...withDialog },
  play: async (play) => {
    await Disabled.play?.(play);
    await play.userEvent.keyboard('{Enter}');
    await expectHeldUp('Manage billing');
    await expect(location.hash).not.toBe('#billing');
  },
};
