import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { FormAlert } from '../src/index.ts';
import { english } from '../src/messages/english.ts';

const meta = {
  title: 'Parts/FormAlert',
  component: FormAlert,
} satisfies Meta<typeof FormAlert>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Without an error it takes no space, and a screen reader passes over it. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot="form-alert"]')).toBeEmptyDOMElement();
  },
};

export const WithError: Story = {
  args: { children: english.errors.invalid_credentials },
};
