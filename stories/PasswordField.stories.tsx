import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { PasswordField } from '../src/index.ts';
import { CardForm } from './support/CardForm.tsx';
import { press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'Parts/PasswordField',
  component: PasswordField,
  args: { name: 'password', label: 'Password', autoComplete: 'current-password', required: true },
  argTypes: {
    autoComplete: {
      description: 'Which password it is. Neither is ever stored.',
      table: { type: { summary: '"current-password" | "new-password"' } },
    },
  },
  decorators: [
    (Story) => (
      <CardForm title="Confirm that it is you" submit="Continue">
        <Story />
      </CardForm>
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
    await play.canvas.findByText(textOf(english.notice.titleInLine, english.maintenance));
    await type(play, 'Password', 'correct horse');
    await press(play, 'Continue');
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('correct horse');
  },
};
