import type { Meta, StoryObj } from '@storybook/react-vite';
import { Card } from '../src/index.ts';

const meta = {
  title: 'Parts/Card',
  component: Card,
  args: { title: 'Two-step verification', children: <p>Use an app on your phone to sign in.</p> },
} satisfies Meta<typeof Card>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Plain: Story = {};

export const WithTextAndFooter: Story = {
  args: { text: 'Keeps your account yours', footer: 'You can turn it off at any time.' },
};

/** With a logo. */
export const WithHeader: Story = {
  args: {
    header: (
      <svg width="40" height="40" viewBox="0 0 40 40" role="img" aria-label="Acme">
        <rect width="40" height="40" rx="10" fill="oklch(0.45 0.12 266)" />
        <path d="M12 28 20 11l8 17" fill="none" stroke="#fff" strokeWidth="3.5" strokeLinecap="round" />
      </svg>
    ),
  },
};
