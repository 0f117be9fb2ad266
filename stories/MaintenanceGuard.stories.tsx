import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Card, MaintenanceGuard } from '../src/index.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press, type } from './support/typing.ts';

const service = (of: StoryService): { service: StoryService } => ({ service: of });

/** A form that the kit knows nothing about. */
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
} satisfies Meta<typeof MaintenanceGuard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Operational: Story = {};

/** Closed as a whole: it can be read, neither reached nor sent. */
export const Closed: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText(/Changes are paused/)).toBeVisible();
    await expect(canvasElement.querySelector('[data-slot="guard-content"]')).toHaveAttribute('inert');
  },
};

export const WithMessage: Story = {
  args: { message: 'Settings can be changed again in a few minutes.' },
  parameters: service({ mode: 'maintenance' }),
};

/** Nobody can ask whether it is over: it opens, so that the next change decides. */
export const Recovering: Story = {
  parameters: service({ mode: 'maintenance', hasCheck: false }),
  play: async (play) => {
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance may be over')).toBeVisible();
    await expect(play.canvasElement.querySelector('[inert]')).toBeNull();
  },
};

/** Not even reads are served: what is there already can still be read. */
export const Unavailable: Story = {
  parameters: service({ mode: 'unavailable' }),
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText(/Changes are paused/)).toBeVisible();
    await expect(canvasElement.querySelector('[data-slot="guard-content"]')).toHaveAttribute('inert');
  },
};

/** What was typed before is still there, and so is the focus. */
export const ClosedWhileTyping: Story = {
  play: async (play) => {
    await type(play, 'Display name', 'Ada');
    const { api, adapter } = serviceOf(play);
    api.setMode('maintenance');
    await fetch(`${adapter.baseUrl}/v1/me`, { method: 'POST' });
    await play.canvas.findByText(/Changes are paused/);
    await expect(document.activeElement).not.toBe(document.body);
    api.setMode('operational');
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance is over')).toBeVisible();
    await expect(play.canvas.getByLabelText('Display name')).toHaveValue('Ada');
  },
};
