import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Card, GuardedForm, PasswordField, SubmitButton, type Submission } from '../src/index.ts';
import { press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';

const editing: Submission = { status: 'editing' };

const meta = {
  title: 'Parts/PasswordField',
  component: PasswordField,
  args: { name: 'password', label: 'Password', autoComplete: 'current-password', required: true },
  argTypes: {
    autoComplete: {
      description: 'Which password it is. What is typed into either never reaches a storage.',
      table: { type: { summary: '"current-password" | "new-password"' } },
    },
  },
  decorators: [
    (Story) => (
      <Card title="Confirm that it is you" titleId="confirm">
        <GuardedForm
          draftKey="confirm"
          labelledBy="confirm"
          submission={editing}
          paused="Confirming is paused for a moment."
          onSubmit={fn()}
        >
          <Story />
          <SubmitButton>Continue</SubmitButton>
        </GuardedForm>
      </Card>
    ),
  ],
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-parts--of-fields' } },
} satisfies Meta<typeof PasswordField>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Hidden: Story = {
  play: async (play) => {
    await type(play, 'Password', 'correct horse');
    await expect(play.canvas.getByLabelText('Password')).toHaveAttribute('type', 'password');
  },
};

/** The text is kept, and the button keeps the focus. */
export const Revealed: Story = {
  play: async (play) => {
    await Hidden.play?.(play);
    await press(play, english.field.show);
    await expect(play.canvas.getByLabelText('Password')).toHaveAttribute('type', 'text');
    await expect(play.canvas.getByRole('button', { name: english.field.show })).toHaveFocus();
  },
};

export const ServerError: Story = { args: { serverError: english.errors.password_incorrect } };

/** During maintenance the field stays editable and keeps the input. */
export const InMaintenance: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await play.canvas.findByText(english.maintenance.title);
    await type(play, 'Password', 'correct horse');
    await press(play, 'Continue');
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('correct horse');
  },
};
