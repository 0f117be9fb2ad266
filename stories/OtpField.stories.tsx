import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent as user } from 'storybook/test';
import { OtpField } from '../src/index.ts';
import { CardForm } from './support/CardForm.tsx';
import { press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const onSubmit = fn().mockName('onSubmit');

const meta = {
  title: 'Parts/OtpField',
  component: OtpField,
  args: { name: 'code', label: 'Code' },
  // `Field` has this prop; the table of props doesn't include it.
  argTypes: {
    name: { description: 'The key under which the value is sent.', table: { type: { summary: 'string' } } },
    label: { description: 'The label above the digits.', table: { type: { summary: 'ReactNode' } } },
    hint: {
      description: 'Text below the digits, unless an error is shown there.',
      table: { type: { summary: 'ReactNode' } },
    },
  },
  beforeEach: () => {
    onSubmit.mockClear();
  },
  decorators: [
    (Story) => (
      <CardForm title="Check your email" submit="Continue" onSubmit={onSubmit}>
        <Story />
      </CardForm>
    ),
  ],
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-parts--of-fields' } },
} satisfies Meta<typeof OtpField>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

export const Focused: Story = {
  play: async ({ canvas }) => {
    await user.click(canvas.getByLabelText('Code'));
    await expect(canvas.getByLabelText('Code')).toHaveFocus();
  },
};

export const PartlyTyped: Story = {
  play: async (play) => {
    await type(play, 'Code', '424');
    await expect(onSubmit).not.toHaveBeenCalled();
  },
};

/** The last digit submits the code once. */
export const Typed: Story = {
  play: async (play) => {
    await type(play, 'Code', '424242');
    await expect(onSubmit).toHaveBeenCalledTimes(1);
  },
};

/** Pasting ignores other characters. */
export const Pasted: Story = {
  play: async (play) => {
    await user.click(play.canvas.getByLabelText('Code'));
    await user.paste('Your code: 424-242');
    await expect(play.canvas.getByLabelText('Code')).toHaveValue('424242');
    await expect(onSubmit).toHaveBeenCalledTimes(1);
  },
};

export const RequiredFieldEmpty: Story = {
  play: async (play) => {
    await press(play, 'Continue');
    await expect(play.canvas.getByLabelText('Code')).toHaveFocus();
    await expect(onSubmit).not.toHaveBeenCalled();
  },
};

export const ServerError: Story = { args: { serverError: english.errors.code_incorrect } };

export const EightDigits: Story = { args: { length: 8 } };

/** During maintenance the code is kept, and isn't submitted automatically. */
export const InMaintenance: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await play.canvas.findByText(textOf(english.notice.titleInLine, english.maintenance));
    await type(play, 'Code', '424242');
    await expect(play.canvas.getByLabelText('Code')).toHaveValue('424242');
    await expect(onSubmit).not.toHaveBeenCalled();
  },
};
