import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Card, MaintenanceGuard } from '../src/index.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { endMaintenance, press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

/** A form without the kit's components. */
function ForeignForm() {
  return (
    <form style={{ display: 'grid', gap: '12px' }} onSubmit={(event) => event.preventDefault()}>
      <label>
        Display name <input name="display-name" />
      </label>
      <label>
        <input type="checkbox" name="weekly" /> Send me a summary each week
      </label>
      <button type="submit">Save settings</button>
    </form>
  );
}

const meta = {
  title: 'Maintenance/MaintenanceGuard',
  component: MaintenanceGuard,
  args: { children: <ForeignForm /> },
  decorators: [
    (Story) => (
      <Card title="Settings">
        <Story />
      </Card>
    ),
  ],
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-maintenance--of-maintenance-guard' } },
} satisfies Meta<typeof MaintenanceGuard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Operational: Story = {};

/** Blocked: the content is readable, but can't be focused or submitted. */
export const Blocked: Story = {
  globals: { service: 'maintenance' },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByText(/Changes are paused/)).toBeVisible());
    await expect(canvasElement.querySelector('[data-slot="guard-content"]')).toHaveAttribute('inert');
  },
};

export const WithMessage: Story = {
  globals: { service: 'maintenance' },
  args: { message: 'Settings can be changed again in a few minutes.' },
};

/** Recovering without a health check: the guard opens, and the next mutation decides. */
export const Recovering: Story = {
  globals: { service: 'maintenance' },
  parameters: service({ hasCheck: false }),
  play: async (play) => {
    await press(play, english.maintenance.checkNow);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.recovering))).toBeVisible(),
    );
    await expect(play.canvasElement.querySelector('[inert]')).toBeNull();
  },
};

/** Reads fail too: the mounted content stays readable. */
export const Unavailable: Story = {
  globals: { service: 'unavailable' },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByText(/Changes are paused/)).toBeVisible());
    await expect(canvasElement.querySelector('[data-slot="guard-content"]')).toHaveAttribute('inert');
  },
};

/** The input and the focus are restored. */
export const RecoveredInput: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await type(play, 'Display name', 'Ada');
    const { api, adapter } = serviceOf(play);
    api.setMode('maintenance');
    await fetch(`${adapter.baseUrl}/v1/me`, { method: 'POST' });
    await play.canvas.findByText(/Changes are paused/);
    await expect(document.activeElement).not.toBe(document.body);
    await endMaintenance(play, api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText('Display name')).toHaveValue('Ada');
  },
};
