import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { SubmitButton } from '../src/index.ts';
import { press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';

const onSubmit = fn((event: { preventDefault: () => void }) => event.preventDefault()).mockName('onSubmit');

const meta = {
  title: 'Parts/SubmitButton',
  component: SubmitButton,
  argTypes: {
    children: { description: 'What the button says.', table: { type: { summary: 'ReactNode' } } },
  },
  args: { children: english.profileDetails.save, pendingLabel: 'Saving…' },
  decorators: [
    (Story) => (
      <form onSubmit={onSubmit} style={{ inlineSize: '20rem', maxInlineSize: '100%' }}>
        <Story />
      </form>
    ),
  ],
  beforeEach: () => {
    onSubmit.mockClear();
  },
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-parts--of-submit-button' } },
} satisfies Meta<typeof SubmitButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Submits its form. */
export const Enabled: Story = {
  play: async (play) => {
    await press(play, english.profileDetails.save);
    await expect(onSubmit).toHaveBeenCalledTimes(1);
  },
};

/** The request is pending: a second press does nothing. */
export const Pending: Story = {
  args: { pending: true },
  play: async (play) => {
    await press(play, english.newPassword.submitting);
    await expect(onSubmit).not.toHaveBeenCalled();
  },
};

/** Disabled during maintenance: it keeps the focus and gives the reason. */
export const Disabled: Story = {
  globals: { service: 'maintenance' },
  play: async ({ canvas, userEvent }) => {
    await waitFor(() => expect(canvas.getByText(english.maintenance.availableAgain)).toBeVisible());
    await userEvent.tab();
    await expect(canvas.getByRole('button')).toHaveFocus();
    await expect(canvas.getByRole('button')).toHaveAccessibleDescription(english.maintenance.availableAgain);
  },
};

/** Each press announces the reason again and sends nothing. */
export const PressedWhileDisabled: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await waitFor(() => expect(play.canvas.getByText(english.maintenance.availableAgain)).toBeVisible());
    await press(play, english.profileDetails.save);
    await expect(await play.canvas.findByText(english.maintenance.blocked)).toBeInTheDocument();
    await expect(onSubmit).not.toHaveBeenCalled();
  },
};
