import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { MaintenanceBanner } from '../src/index.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { endMaintenance, press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Maintenance/MaintenanceBanner',
  component: MaintenanceBanner,
  parameters: { layout: 'fullscreen', docs: { gallery: 'gallery-maintenance--of-maintenance-banner' } },
  globals: { service: 'operational' },
} satisfies Meta<typeof MaintenanceBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The banner renders nothing. */
export const Operational: Story = {};

/** The API rejects mutations. The page checks the service automatically. */
export const Maintenance: Story = {
  globals: { service: 'maintenance' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(await canvas.findByRole('timer')).toHaveTextContent(
      patternOf(english.maintenance.nextCheckIn),
    );
  },
};

/** The API sent a `Retry-After`. */
export const BackAround: Story = {
  globals: { service: 'maintenance' },
  parameters: service({ retryAfter: 1800 }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(/^Back around/)).toBeVisible());
  },
};

/** The user checked, and maintenance is still on. */
export const CheckedAndStillOn: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await press(play, english.maintenance.checkNow);
    await expect(await play.canvas.findByText(english.maintenance.stillOn)).toBeInTheDocument();
    await expect(play.canvas.getByRole('button', { name: english.maintenance.checkNow })).toHaveFocus();
  },
};

/** Recovering without a health check: the next mutation decides. */
export const Recovering: Story = {
  globals: { service: 'maintenance' },
  parameters: service({ hasCheck: false }),
  play: async (play) => {
    await press(play, english.maintenance.checkNow);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.recovering))).toBeVisible(),
    );
  },
};

/** Maintenance is over. The focused button now dismisses the banner. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  parameters: service({ mode: 'maintenance' }),
  play: async (play) => {
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(play.canvas.getByRole('button', { name: english.over.dismiss })).toHaveFocus();
  },
};

/** A development instance: reads fail too. */
export const Unavailable: Story = {
  globals: { service: 'unavailable' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByText(textOf(english.notice.titleInLine, english.unavailable))).toBeVisible(),
    );
  },
};
