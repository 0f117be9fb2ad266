import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { OrganizationProfile } from '../src/index.ts';
import { withDialog } from './support/account.ts';
import { expectPaused, organization, patiently, work } from './support/organization.ts';
import { dropping, holding } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { endMaintenance, press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'Organization/General',
  component: OrganizationProfile,
  parameters: { ...organization(), docs: { gallery: 'gallery-account--of-organization-profile' } },
  beforeEach: work,
  globals: { service: 'operational' },
} satisfies Meta<typeof OrganizationProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const pixels = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mNkYPhfz8DAwMQABQAMAAEBw1fy2AAAAABJRU5ErkJggg==',
  ),
  (sign) => sign.charCodeAt(0),
);

async function rename(
  { canvas, userEvent }: Play,
  label = 'Name',
  text = 'Difference Engines',
): Promise<void> {
  const field = await canvas.findByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

async function chooseLogo({ canvas, userEvent }: Play): Promise<void> {
  const file = new File([pixels], 'difference-engines.png', { type: 'image/png' });
  await userEvent.upload(await canvas.findByLabelText(english.organizationGeneral.chooseLogo), file);
}

/** The service is operational. */
export const Operational: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText(english.organizationGeneral.name)).toHaveValue(
      'Analytical Engines',
    );
    await expect(canvas.getByLabelText(english.organizationGeneral.slug)).toHaveValue('analytical-engines');
  },
};

export const WithLogo: Story = {
  parameters: organization({ hasLogo: true }),
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: english.organizationGeneral.removeLogo })).toBeVisible(),
    );
  },
};

/** Loading. */
export const Loading: Story = {
  args: { organizationId: 'org_1' },
  parameters: organization({ active: null }, { delay: holding(/organization_memberships/) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(english.sessionPending.trying)).toBeInTheDocument();
  },
};

/** Loading failed. The button tries again. */
export const Failed: Story = {
  args: { organizationId: 'org_1' },
  parameters: organization({ active: null }, { delay: dropping(/organization_memberships/) }),
  play: async (play) => {
    await press(play, english.organization.tryAgain);
    await waitFor(() => expect(play.canvas.getByText(english.organization.loadFailed)).toBeVisible());
    await expect(
      await play.canvas.findByRole('button', { name: english.organization.tryAgain }),
    ).toHaveFocus();
  },
};

/** No organization is active, and no `organizationId` is passed. */
export const NoActiveOrganization: Story = {
  parameters: organization({ active: null }),
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: english.organization.none })).toBeVisible(),
    );
  },
};

/** The user isn't a member. */
export const NotAMember: Story = {
  args: { organizationId: 'org_1' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(english.organization.gone)).toBeVisible());
  },
};

/** The user's role doesn't allow changes: the page is read-only, without disabled buttons. */
export const NotAllowed: Story = {
  parameters: organization({ role: 'org:member', hasLogo: true }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(english.organizationGeneral.readOnly)).toBeVisible());
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(canvas.queryByRole('tab', { name: english.organizationInvitations.tab })).toBeNull();
    await expect(canvas.queryByRole('button', { name: english.organizationGeneral.deleteTitle })).toBeNull();
  },
};

export const Saved: Story = {
  play: async (play) => {
    await rename(play);
    await press(play, english.organizationGeneral.save);
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: 'Difference Engines' })).toBeVisible(),
    );
    await waitFor(() =>
      expect(
        play.canvas.getByText(english.organizationGeneral.saved, { selector: '.mk-page-saved' }),
      ).toBeVisible(),
    );
  },
};

/** The request is pending. */
export const Saving: Story = {
  parameters: organization(
    {},
    { delay: ({ method }) => (method === 'PATCH' ? new Promise(() => {}) : Promise.resolve()) },
  ),
  play: async (play) => {
    await rename(play);
    await press(play, english.organizationGeneral.save);
    await expect(
      await play.canvas.findByRole('button', { name: english.organizationGeneral.saving }),
    ).toHaveAttribute('aria-disabled');
  },
};

/** The API rejects a slug that is taken. */
export const SlugTaken: Story = {
  play: async (play) => {
    await rename(play, english.organizationGeneral.slug, 'royal-society');
    await press(play, english.organizationGeneral.save);
    await waitFor(() => expect(play.canvas.getByText(english.errors.slug_taken)).toBeVisible());
    await waitFor(() => expect(play.canvas.getByLabelText(english.organizationGeneral.slug)).toHaveFocus());
  },
};

/** The maintenance was known before the user typed. Everything is readable, and fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  parameters: organization({ hasLogo: true }),
  play: async (play) => {
    await expectPaused(play);
    await rename(play);
    serviceOf(play).api.forgetRequests();
    await press(play, english.organizationGeneral.save);
    await expect(serviceOf(play).api.requests.filter(({ kind }) => kind === 'mutation')).toEqual([]);
    await expect(play.canvas.getByLabelText(english.organizationGeneral.name)).toHaveValue(
      'Difference Engines',
    );
  },
};

/** The maintenance began while the user typed. The input and the focus are kept. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await rename(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.organizationGeneral.save);
    await expectPaused(play);
    await expect(play.canvas.getByLabelText(english.organizationGeneral.name)).toHaveValue(
      'Difference Engines',
    );
    await expect(play.canvas.getByRole('button', { name: english.organizationGeneral.save })).toHaveFocus();
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

/** Maintenance is over. Nothing was sent; the next press saves. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.organizationGeneral.name)).toHaveValue(
      'Difference Engines',
    );
  },
};

/** Reads fail too: a panel covers the page, and the input is kept. */
export const Unavailable: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await rename(play);
    serviceOf(play).api.setMode('unavailable');
    await press(play, english.organizationGeneral.save);
    await expectPaused(play);
    await fetch(`${serviceOf(play).adapter.baseUrl}/v1/me`);
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
    await expect(play.canvas.queryByRole('button', { name: english.organizationGeneral.save })).toBeNull();
  },
};

/** A logo is chosen and previewed, not saved. */
export const LogoChosen: Story = {
  play: async (play) => {
    await chooseLogo(play);
    await waitFor(() =>
      expect(
        play.canvas.getByText(
          textOf(english.organizationGeneral.logoChosen, { file: 'difference-engines.png' }),
        ),
      ).toBeVisible(),
    );
  },
};

/** The chosen logo survives the rejection. */
export const LogoRejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await chooseLogo(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.organizationGeneral.saveLogo);
    await expectPaused(play);
    await expect(
      play.canvas.getByText(
        textOf(english.organizationGeneral.logoChosen, { file: 'difference-engines.png' }),
      ),
    ).toBeVisible();
    await expect(
      await play.canvas.findByRole('button', { name: english.organizationGeneral.saveLogo }),
    ).toHaveFocus();
  },
};

/** The focus moves when the buttons disappear. */
export const LogoDiscarded: Story = {
  play: async (play) => {
    await chooseLogo(play);
    await press(play, english.organizationGeneral.discardLogo);
    await expect(
      play.canvas.getByText(textOf(english.organizationGeneral.logoHint, { size: '10 MB' })),
    ).toBeVisible();
    await expect(play.canvas.getByLabelText(english.organizationGeneral.chooseLogo)).toHaveFocus();
  },
};

export const LogoSaved: Story = {
  play: async (play) => {
    await chooseLogo(play);
    await press(play, english.organizationGeneral.saveLogo);
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: english.organizationGeneral.removeLogo })).toBeVisible(),
    );
    await waitFor(() =>
      expect(play.canvas.getByLabelText(english.organizationGeneral.chooseLogo)).toHaveFocus(),
    );
  },
};

/** The user confirms the deletion by typing the organization's name. */
export const ConfirmingDeletion: Story = {
  parameters: organization(),
  play: async (play) => {
    await press(play, english.organizationGeneral.deleteTitle);
    const word = 'Analytical Engines';
    const field = await play.canvas.findByLabelText(textOf(english.organization.typeToConfirm, { word }));
    await waitFor(() => expect(field).toHaveFocus());
  },
};

/** The last administrator can't leave: the dialog shows the error. */
export const LastAdministrator: Story = {
  parameters: { ...organization({ others: 0 }), ...withDialog },
  play: async (play) => {
    await press(play, english.organizationGeneral.leaveTitle);
    const dialog = await screen.findByRole('alertdialog', {}, patiently);
    const leave = await within(dialog).findByRole('button', { name: english.organizationGeneral.leaveTitle });
    await play.userEvent.click(leave);
    await waitFor(() => expect(screen.getByText(english.errors.last_admin)).toBeVisible());
  },
};

/** The user has left. The page confirms it and has the focus. */
export const AfterLeaving: Story = {
  play: async (play) => {
    await press(play, english.organizationGeneral.leaveTitle);
    const dialog = await screen.findByRole('alertdialog', {}, patiently);
    await play.userEvent.click(
      await within(dialog).findByRole('button', { name: english.organizationGeneral.leaveTitle }),
    );
    const heading = await play.canvas.findByRole('heading', {
      name: patternOf(english.organizationGeneral.left),
    });
    await waitFor(() => expect(heading).toHaveFocus());
  },
};
