import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { CreateOrganization } from '../src/index.ts';
import { organization } from './support/organization.ts';
import { droppingMutations, holdingMutations } from './support/formStates.ts';
import { serviceOf } from './support/service.tsx';
import { press, type } from './support/typing.ts';

const meta = {
  title: 'Organization/Create',
  component: CreateOrganization,
  parameters: organization(),
} satisfies Meta<typeof CreateOrganization>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service is operational. */
export const Operational: Story = {};

/** The slug follows the name until the user edits it. */
export const Proposed: Story = {
  play: async (play) => {
    await type(play, 'Name', 'Société Générale & Co.');
    await expect(play.canvas.getByLabelText('Short name')).toHaveValue('societe-generale-co');
  },
};

/** The request is pending. */
export const Creating: Story = {
  parameters: organization({}, { delay: holdingMutations }),
  play: async (play) => {
    await type(play, 'Name', 'Difference Engines');
    await press(play, 'Create organization');
    await expect(await play.canvas.findByRole('button', { name: /…$/ })).toHaveAttribute('data-pending');
  },
};

/** The connection was lost. */
export const Unreachable: Story = {
  parameters: organization({}, { delay: droppingMutations }),
  play: async (play) => {
    await type(play, 'Name', 'Difference Engines');
    await press(play, 'Create organization');
    await expect(await play.canvas.findByText(/could not be reached/)).toBeVisible();
    await expect(play.canvas.getByLabelText('Name')).toHaveValue('Difference Engines');
  },
};

export const RequiredFieldEmpty: Story = {
  play: async (play) => {
    await press(play, 'Create organization');
    await expect(await play.canvas.findByText('Please fill in this field.')).toBeVisible();
    await expect(play.canvas.getByLabelText('Name')).toHaveFocus();
  },
};

/** The API rejects a slug that is taken. */
export const SlugTaken: Story = {
  play: async (play) => {
    await type(play, 'Name', 'Royal Society');
    await press(play, 'Create organization');
    await expect(await play.canvas.findByText('This address is taken. Please try another.')).toBeVisible();
  },
};

/** The maintenance was known before the user typed. Fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  parameters: organization({}, { mode: 'maintenance' }),
  play: async (play) => {
    await expect(await play.canvas.findByText('System under maintenance')).toBeVisible();
    await type(play, 'Name', 'Difference Engines');
  },
};

/** The maintenance began while the user typed. The input is kept. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await type(play, 'Name', 'Difference Engines');
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Create organization');
    await expect(await play.canvas.findByText('System under maintenance')).toBeVisible();
    await expect(play.canvas.getByLabelText('Name')).toHaveValue('Difference Engines');
    await expect(play.canvas.getByRole('button', { name: 'Create organization' })).toHaveFocus();
  },
};

/** Recovering without a health check: the next submit decides. */
export const Recovering: Story = {
  parameters: organization({}, { hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance may be over')).toBeVisible();
  },
};

/** After maintenance the next press creates the organization. */
export const Recovered: Story = {
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    serviceOf(play).api.setMode('operational');
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance is over')).toBeVisible();
    await expect(play.canvas.getByLabelText('Name')).toHaveValue('Difference Engines');
  },
};

export const Unavailable: Story = {
  parameters: organization({}, { mode: 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Temporarily unavailable' })).toBeVisible();
  },
};

/** The organization is created and active, and the card announces it. */
export const Created: Story = {
  play: async (play) => {
    await type(play, 'Name', 'Difference Engines');
    await press(play, 'Create organization');
    const card = await play.canvas.findByRole('group', { name: 'Difference Engines is ready' });
    await waitFor(() => expect(card).toHaveFocus());
  },
};

/** The backend doesn't allow creating organizations. */
export const NotAllowed: Story = {
  parameters: organization({}, { settings: { organizations: false } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You cannot create organizations here.')).toBeVisible();
  },
};
