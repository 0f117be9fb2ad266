import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ServiceUnavailable } from '../src/index.ts';
import { english } from '../src/messages/english.ts';

const meta = {
  title: 'Maintenance/ServiceUnavailable',
  component: ServiceUnavailable,
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-maintenance--of-service-unavailable' } },
} satisfies Meta<typeof ServiceUnavailable>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service is in maintenance. The page checks it automatically. */
export const InMaintenance: Story = {
  globals: { service: 'unavailable' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: english.maintenance.checkNow })).toBeVisible(),
    );
  },
};

/** The service doesn't respond. */
export const NoResponse: Story = {
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: english.unavailable.tryAgain })).toBeVisible(),
    );
  },
};
