import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { MaintenanceBanner } from '../src/index.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press } from './support/typing.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

/** The start and the end of a window, in minutes after noon, when each story begins. */
const [inTwentyMinutes, today, tomorrow, inSomeDays, live] = [
  [20, 110],
  [5 * 60, 6 * 60],
  [20 * 60, 21 * 60],
  [3 * 24 * 60, 3 * 24 * 60 + 90],
  [-10, 45],
] as const;

/** Planned windows, as the banner announces them. */
const meta = {
  title: 'Maintenance/PlannedWindows',
  component: MaintenanceBanner,
  parameters: { layout: 'fullscreen' },
  globals: { service: 'operational' },
} satisfies Meta<typeof MaintenanceBanner>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const { windows } = english;
const title = textOf(english.notice.titleInLine, { title: windows.title });

const says =
  (sentence: RegExp) =>
  async ({ canvas }: Play): Promise<void> => {
    const banner = await canvas.findByRole('region', { name: title });
    await expect(banner).toBeVisible();
    await expect(banner).toHaveTextContent(sentence);
  };

/** The window starts within an hour. */
export const InTwentyMinutes: Story = {
  parameters: service({ planned: inTwentyMinutes }),
  play: says(patternOf(windows.startsSoon, { wait: 'in 20 minutes' })),
};

export const Today: Story = {
  parameters: service({ planned: today }),
  play: says(patternOf(windows.startsToday)),
};

export const Tomorrow: Story = {
  parameters: service({ planned: tomorrow }),
  play: says(patternOf(windows.startsTomorrow)),
};

/** The source announces its windows a week ahead. */
export const InDays: Story = {
  parameters: service({ planned: inSomeDays }),
  play: says(patternOf(windows.startsOn)),
};

/** The window is on, and the service still works: nothing is blocked. */
export const Live: Story = {
  parameters: service({ planned: live }),
  play: says(patternOf(windows.live, { ends: textOf(windows.endsAt) })),
};

/** The maintenance is on, and ends with the window. */
export const LiveInMaintenance: Story = {
  globals: { service: 'maintenance' },
  parameters: service({ planned: live }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(patternOf(windows.backAround))).toBeVisible());
    await expect(canvas.queryByRole('button', { name: english.over.dismiss })).not.toBeInTheDocument();
  },
};

/** The window is over, and the maintenance isn't. */
export const Late: Story = {
  globals: { service: 'maintenance' },
  parameters: service({ planned: [-60, -1] }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(windows.late)).toBeVisible());
    await waitFor(() => expect(canvas.getByRole('timer')).toBeVisible());
  },
};

/** The user dismissed the window. */
export const Dismissed: Story = {
  parameters: service({ planned: today }),
  play: async (play) => {
    await press(play, english.over.dismiss);
    await waitFor(() => expect(play.canvas.queryByText(title)).not.toBeInTheDocument());
    await expect(serviceOf(play).monitor.getSnapshot().status).toBe('operational');
  },
};
