import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Card, MaintenanceBanner, MaintenanceGuard, ServiceUnavailable } from '../../src/index.ts';
import { press } from '../support/typing.ts';
import { gallery, galleryParameters, type Cell, type CellPlay } from '../support/gallery.tsx';

/** Every state of what tells of a maintenance. */
const meta = {
  title: 'Gallery/Maintenance',
  // One page of documentation is too small for all galleries.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const says =
  (text: string | RegExp) =>
  ({ canvas }: CellPlay) =>
    canvas.findByText(text);

const tries: Cell = {
  caption: 'On trial: nobody can be asked, so the next change decides',
  service: { mode: 'maintenance', hasCheck: false },
  async reach(play) {
    await press(play, 'Check now');
    await play.canvas.findByText(/^Maintenance may be over\.?$/);
  },
};

const over: Cell = {
  caption: 'Over',
  service: { mode: 'maintenance' },
  async reach(play) {
    await play.canvas.findByRole('button', { name: 'Check now' });
    play.service.api.setMode('operational');
    await press(play, 'Check now');
    await play.canvas.findByText(/^Maintenance is over\.?$/);
  },
};

/** Seen by somebody, before the answer is there. */
const checking: Cell = {
  caption: 'Somebody asks now, and is not answered yet',
  service: {
    mode: 'maintenance',
    delay: ({ path }) => (path.endsWith('/environment') ? new Promise(() => {}) : Promise.resolve()),
  },
  async reach(play) {
    await press(play, 'Check now');
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: 'Check now' })).toHaveAttribute('aria-disabled', 'true'),
    );
  },
};

export const OfMaintenanceBanner: Story = {
  name: 'MaintenanceBanner',
  ...gallery({
    children: <MaintenanceBanner />,
    cellWidth: '100%',
    cells: [
      { caption: 'Operational: nothing to tell' },
      {
        caption: 'In maintenance',
        service: { mode: 'maintenance' },
        reach: says('System under maintenance.'),
      },
      {
        caption: 'The service said when it is back',
        service: { mode: 'maintenance', retryAfter: 1800 },
        reach: says(/^Back around/),
      },
      checking,
      tries,
      over,
      {
        caption: 'Unavailable: not even reads are served',
        service: { mode: 'unavailable' },
        reach: says('Temporarily unavailable.'),
      },
      {
        caption: 'In a narrow place',
        service: { mode: 'maintenance' },
        children: (
          <div style={{ maxInlineSize: '20rem' }}>
            <MaintenanceBanner />
          </div>
        ),
        reach: says('System under maintenance.'),
      },
    ],
  }),
};

/** A form that the kit knows nothing about. */
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
      { caption: 'In maintenance', service: { mode: 'maintenance' }, reach: says(/^Changes are paused/) },
      {
        caption: 'In words of the application',
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
        caption: 'Unavailable: not even reads are served',
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
      { caption: 'Not answering: nothing is known of a maintenance' },
      {
        caption: 'In maintenance: not even reads are served',
        service: { mode: 'unavailable' },
        reach: says(/^Next check in/),
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
        reach: says(/^Next check in/),
      },
    ],
  }),
};
