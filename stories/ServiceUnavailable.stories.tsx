import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ServiceUnavailable } from '../src/index.ts';
import type { StoryService } from './support/service.tsx';
import { english } from '../src/messages/english.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Maintenance/ServiceUnavailable',
  component: ServiceUnavailable,
} satisfies Meta<typeof ServiceUnavailable>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service is in maintenance. The page checks it automatically. */
export const InMaintenance: Story = {
  parameters: service({ mode: 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: english.maintenance.checkNow })).toBeVisible();
  },
};

/** The service doesn't respond. */
export const NoResponse: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: english.unavailable.tryAgain })).toBeVisible();
  },
};
