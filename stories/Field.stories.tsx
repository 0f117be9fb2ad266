import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Field } from '../src/index.ts';
import { CardForm } from './support/CardForm.tsx';
import { press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'Parts/Field',
  component: Field,
  args: { name: 'email', label: 'Work email', type: 'email', required: true },
  decorators: [
    (Story) => (
      <CardForm title="Contact" submit="Save">
        <Story />
      </CardForm>
    ),
  ],
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-parts--of-fields' } },
} satisfies Meta<typeof Field>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

/** With a hint. */
export const WithHint: Story = {
  args: { hint: 'Where we write to you about invoices' },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('Work email')).toHaveAccessibleDescription(
      'Where we write to you about invoices',
    );
  },
};

export const WithAside: Story = {
  args: { aside: <a href="#why">Why?</a> },
};

/** Required and empty. */
export const RequiredFieldEmpty: Story = {
  play: async (play) => {
    await press(play, 'Save');
    await expect(play.canvas.getByLabelText('Work email')).toHaveAccessibleDescription(
      textOf(english.field.valueMissing, { label: 'Work email' }),
    );
  },
};

/** Invalid: the error appears when the form is submitted. */
export const Mismatch: Story = {
  play: async (play) => {
    await type(play, 'Work email', 'ada');
    await press(play, 'Save');
    await expect(play.canvas.getByLabelText('Work email')).toHaveAccessibleDescription(
      english.field.emailMismatch,
    );
  },
};

/** Rejected by the API. */
export const ServerError: Story = {
  args: { serverError: english.errors.identifier_taken },
};

/** During maintenance the field stays editable. */
export const InMaintenance: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await play.canvas.findByText(textOf(english.notice.titleInLine, english.maintenance));
    await type(play, 'Work email', 'ada@example.com');
    await expect(play.canvas.getByLabelText('Work email')).toHaveValue('ada@example.com');
  },
};
