import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { CreateOrganization } from '../src/index.ts';
import { organization } from './support/organization.ts';
import { droppingMutations, holdingMutations } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { endMaintenance, press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'Organization/Create',
  component: CreateOrganization,
  parameters: { ...organization(), docs: { gallery: 'gallery-forms--of-create-organization' } },
  globals: { service: 'operational' },
} satisfies Meta<typeof CreateOrganization>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service is operational. */
export const Operational: Story = {};

/** The slug follows the name until the user edits it. */
export const Proposed: Story = {
  play: async (play) => {
    await type(play, english.createOrganization.name, 'Société Générale & Co.');
    await expect(play.canvas.getByLabelText(english.createOrganization.slug)).toHaveValue(
      'societe-generale-co',
    );
  },
};

/** The request is pending. */
export const Creating: Story = {
  parameters: organization({}, { delay: holdingMutations }),
  play: async (play) => {
    await type(play, english.createOrganization.name, 'Difference Engines');
    await press(play, english.createOrganization.submit);
    await expect(await play.canvas.findByRole('button', { name: /…$/ })).toHaveAttribute('data-pending');
  },
};

/** The connection was lost. */
export const Unreachable: Story = {
  parameters: organization({}, { delay: droppingMutations }),
  play: async (play) => {
    await type(play, english.createOrganization.name, 'Difference Engines');
    await press(play, english.createOrganization.submit);
    await waitFor(() => expect(play.canvas.getByText(patternOf(english.errors.unreachable))).toBeVisible());
    await expect(play.canvas.getByLabelText(english.createOrganization.name)).toHaveValue(
      'Difference Engines',
    );
  },
};

export const RequiredFieldEmpty: Story = {
  play: async (play) => {
    await press(play, english.createOrganization.submit);
    await waitFor(() => expect(play.canvas.getByText(english.organizationGeneral.nameMissing)).toBeVisible());
    await expect(play.canvas.getByLabelText(english.createOrganization.name)).toHaveFocus();
  },
};

/** The API rejects a slug that is taken. */
export const SlugTaken: Story = {
  play: async (play) => {
    await type(play, english.createOrganization.name, 'Royal Society');
    await press(play, english.createOrganization.submit);
    await waitFor(() => expect(play.canvas.getByText(english.errors.slug_taken)).toBeVisible());
  },
};

/** The maintenance was known before the user typed. Fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await type(play, english.createOrganization.name, 'Difference Engines');
  },
};

/** The maintenance began while the user typed. The input is kept. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await type(play, english.createOrganization.name, 'Difference Engines');
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.createOrganization.submit);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.createOrganization.name)).toHaveValue(
      'Difference Engines',
    );
    await expect(play.canvas.getByRole('button', { name: english.createOrganization.submit })).toHaveFocus();
  },
};

/** Recovering without a health check: the next submit decides. */
export const Recovering: Story = {
  globals: { service: 'changes' },
  parameters: organization({}, { hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, english.maintenance.checkNow);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.recovering))).toBeVisible(),
    );
  },
};

/** After maintenance the next press creates the organization. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.createOrganization.name)).toHaveValue(
      'Difference Engines',
    );
  },
};

export const Unavailable: Story = {
  globals: { service: 'unavailable' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
  },
};

/** The organization is created and active, and the card announces it. */
export const Created: Story = {
  play: async (play) => {
    await type(play, english.createOrganization.name, 'Difference Engines');
    await press(play, english.createOrganization.submit);
    const card = await play.canvas.findByRole('group', {
      name: textOf(english.createOrganization.created, { name: 'Difference Engines' }),
    });
    await waitFor(() => expect(card).toHaveFocus());
  },
};

/** The backend doesn't allow creating organizations. */
export const NotAllowed: Story = {
  parameters: organization({}, { settings: { organizations: false } }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(english.createOrganization.closed)).toBeVisible());
  },
};
