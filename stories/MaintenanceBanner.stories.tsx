import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { MaintenanceBanner } from '../src/index.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press } from './support/typing.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Maintenance/MaintenanceBanner',
  component: MaintenanceBanner,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof MaintenanceBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The banner renders nothing. */
export const Operational: Story = {};

/** The API rejects mutations. The page checks the service automatically. */
export const Maintenance: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('System under maintenance.')).toBeVisible();
    await expect(canvas.getByRole('timer')).toHaveTextContent(/^Next check in \d:\d\d$/);
  },
};

/** The API sent a `Retry-After`. */
export const BackAround: Story = {
  parameters: service({ mode: 'maintenance', retryAfter: 1800 }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Back around/)).toBeVisible();
  },
};

/** The user checked, and maintenance is still on. */
export const CheckedAndStillOn: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async (play) => {
    await press(play, 'Check now');
    await expect(await play.canvas.findByText(/Still under maintenance/)).toBeInTheDocument();
    await expect(play.canvas.getByRole('button', { name: 'Check now' })).toHaveFocus();
  },
};

/** Recovering without a health check: the next mutation decides. */
export const Recovering: Story = {
  parameters: service({ mode: 'maintenance', hasCheck: false }),
  play: async (play) => {
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance may be over.')).toBeVisible();
  },
};

/** Maintenance is over. The focused button now dismisses the banner. */
export const Recovered: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async (play) => {
    const button = await play.canvas.findByRole('button', { name: 'Check now' });
    serviceOf(play).api.setMode('operational');
    await play.userEvent.click(button);
    await expect(await play.canvas.findByText('Maintenance is over.')).toBeVisible();
    await expect(play.canvas.getByRole('button', { name: 'Dismiss' })).toHaveFocus();
  },
};

/** A development instance: reads fail too. */
export const Unavailable: Story = {
  parameters: service({ mode: 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Temporarily unavailable.')).toBeVisible();
  },
};
