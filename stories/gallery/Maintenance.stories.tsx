import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Card, MaintenanceBanner, MaintenanceGuard, ServiceUnavailable } from '../../src/index.ts';
import { endMaintenance, press } from '../support/typing.ts';
import { gallery, galleryParameters, type Cell, type CellPlay } from '../support/gallery.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../../test/support/textOf.ts';

/** Every state of the maintenance notices. */
const meta = {
  title: 'Gallery/Maintenance',
  // A docs page with all galleries is too large.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
  globals: { service: 'changes' },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const plannedTitle = textOf(english.notice.titleInLine, { title: english.windows.title });

const says =
  (text: string | RegExp) =>
  ({ canvas }: CellPlay) =>
    canvas.findByText(text);

const tries: Cell = {
  caption: 'Recovering (no health check; next mutation decides)',
  service: { mode: 'maintenance', hasCheck: false },
  async reach(play) {
    await press(play, english.maintenance.checkNow);
    await play.canvas.findByText(/^Maintenance may be over\.?$/);
  },
};

const over: Cell = {
  caption: 'Recently recovered',
  service: { mode: 'maintenance' },
  async reach(play) {
    await endMaintenance(play, play.service.api);
    await play.canvas.findByText(/^Maintenance is over\.?$/);
  },
};

/** A check that the user started is pending. */
const checking: Cell = {
  caption: 'Checking',
  service: {
    mode: 'maintenance',
    delay: ({ path }) => (path.endsWith('/environment') ? new Promise(() => {}) : Promise.resolve()),
  },
  async reach(play) {
    await press(play, english.maintenance.checkNow);
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: english.maintenance.checkNow })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );
  },
};

export const OfMaintenanceBanner: Story = {
  name: 'MaintenanceBanner',
  ...gallery({
    children: <MaintenanceBanner />,
    cellWidth: '100%',
    cells: [
      { caption: 'Operational' },
      {
        caption: 'Read-only',
        service: { mode: 'maintenance' },
        reach: says(textOf(english.notice.titleInLine, english.maintenance)),
      },
      {
        caption: 'Read-only, with Retry-After',
        service: { mode: 'maintenance', retryAfter: 1800 },
        reach: says(/^Back around/),
      },
      checking,
      tries,
      over,
      {
        caption: 'Unavailable',
        service: { mode: 'unavailable' },
        reach: says(textOf(english.notice.titleInLine, english.unavailable)),
      },
      {
        caption: 'Planned, in 20 minutes',
        service: { planned: [20, 110] },
        reach: ({ canvas }) => canvas.findByRole('region', { name: plannedTitle }),
      },
      {
        caption: 'Planned, tomorrow',
        service: { planned: [20 * 60, 21 * 60] },
        reach: ({ canvas }) => canvas.findByRole('region', { name: plannedTitle }),
      },
      {
        caption: 'Planned, on',
        service: { planned: [-10, 45] },
        reach: ({ canvas }) => canvas.findByRole('region', { name: plannedTitle }),
      },
      {
        caption: 'Read-only, with a planned end',
        service: { mode: 'maintenance', planned: [-10, 45] },
        reach: says(patternOf(english.windows.backAround)),
      },
      {
        caption: 'Read-only, later than planned',
        service: { mode: 'maintenance', planned: [-60, -1] },
        reach: says(english.windows.late),
      },
      {
        caption: 'In a narrow container',
        service: { mode: 'maintenance' },
        children: (
          <div style={{ maxInlineSize: '20rem' }}>
            <MaintenanceBanner />
          </div>
        ),
        reach: says(textOf(english.notice.titleInLine, english.maintenance)),
      },
    ],
  }),
};

/** A form without the kit's components. */
const foreign = (
  <form style={{ display: 'grid', gap: '12px' }} onSubmit={(event) => event.preventDefault()}>
    <label>
      Display name <input name="display-name" defaultValue="Ada" />
    </label>
    <label>
      <input type="checkbox" name="weekly" /> Send me a summary each week
    </label>
    <button type="submit">Save settings</button>
  </form>
);

export const OfMaintenanceGuard: Story = {
  name: 'MaintenanceGuard',
  ...gallery({
    children: (
      <Card title="Settings">
        <MaintenanceGuard>{foreign}</MaintenanceGuard>
      </Card>
    ),
    cells: [
      { caption: 'Operational' },
      { caption: 'Read-only', service: { mode: 'maintenance' }, reach: says(/^Changes are paused/) },
      {
        caption: 'With your own text',
        service: { mode: 'maintenance' },
        children: (
          <Card title="Settings">
            <MaintenanceGuard message="Settings can be changed again in a few minutes.">
              {foreign}
            </MaintenanceGuard>
          </Card>
        ),
        reach: says(/^Settings can be changed again/),
      },
      tries,
      over,
      {
        caption: 'Unavailable',
        service: { mode: 'unavailable' },
        reach: says(/^Changes are paused/),
      },
    ],
  }),
};

export const OfServiceUnavailable: Story = {
  name: 'ServiceUnavailable',
  ...gallery({
    children: <ServiceUnavailable />,
    cells: [
      { caption: 'No response' },
      {
        caption: 'In maintenance',
        service: { mode: 'unavailable' },
        reach: says(patternOf(english.maintenance.nextCheckIn)),
      },
      { ...checking, service: { ...checking.service, mode: 'unavailable' } },
      {
        caption: 'In a card',
        service: { mode: 'unavailable' },
        children: (
          <Card title="Your notes">
            <ServiceUnavailable />
          </Card>
        ),
        reach: says(patternOf(english.maintenance.nextCheckIn)),
      },
    ],
  }),
};
