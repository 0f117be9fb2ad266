import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ServiceUnavailable } from '../src/index.ts';
import type { StoryService } from './support/service.tsx';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Maintenance/ServiceUnavailable',
  component: ServiceUnavailable,
} satisfies Meta<typeof ServiceUnavailable>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service said that it is in maintenance. It is asked again by itself. */
export const InMaintenance: Story = {
  parameters: service({ mode: 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Check now' })).toBeVisible();
  },
};

/** Nothing is known of a maintenance: the service did not answer. */
export const NotAnswering: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};
