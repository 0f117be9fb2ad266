import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { english, UserProfile } from '../src/index.ts';
import {
  account,
  ADA_IN_FULL,
  expectBlocked,
  expectText,
  openTab,
  openTabInMaintenance,
  withDialog,
} from './support/account.ts';
import { dropping, droppingMutations, holding, holdingMutations } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { endMaintenance, paste, press, SOON, type } from './support/typing.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'UserProfile/Profile details',
  component: UserProfile,
  parameters: { ...account(), docs: { gallery: 'gallery-account--of-user-profile' } },
  // The props come from the options of a hook, which the table of props doesn't include.
  argTypes: {
    returnUrl: {
      description: 'Where the browser comes back to from another service. Default: the page’s own address.',
      table: { type: { summary: 'string' } },
    },
    onRedirect: {
      description: 'How the browser leaves for another service. Default: `location.assign`.',
      table: { type: { summary: '(url: string) => void' } },
    },
  },
  globals: { service: 'operational' },
} satisfies Meta<typeof UserProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const picture = (name = 'ada.png'): File =>
  new File(
    [
      Uint8Array.from(
        atob(
          'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mNkYPhfz8DAwMQABQAMAAEBw1fy2AAAAABJRU5ErkJggg==',
        ),
        (sign) => sign.charCodeAt(0),
      ),
    ],
    name,
    { type: 'image/png' },
  );

async function choosePicture({ canvas, userEvent }: Play): Promise<void> {
  await userEvent.upload(await canvas.findByLabelText(english.profileDetails.choosePicture), picture());
}

async function rename(play: Play): Promise<void> {
  const field = await play.canvas.findByLabelText(english.profileDetails.firstName);
  await play.userEvent.clear(field);
  await type(play, english.profileDetails.firstName, 'Augusta Ada');
}

/** The service is operational. */
export const Operational: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText(english.profileDetails.firstName)).toHaveValue('Ada');
  },
};

/** The application adds a phone number with one prop. */
export const AdditionalField: Story = {
  args: {
    additionalFields: [{ name: 'phoneNumber', label: 'Phone number', type: 'tel', autoComplete: 'tel' }],
  },
  parameters: account({ users: [{ ...ADA_IN_FULL, unsafeMetadata: { phoneNumber: '+44 20 7946 0000' } }] }),
  play: async (play) => {
    const field = await play.canvas.findByLabelText('Phone number', undefined, SOON);
    await expect(field).toHaveValue('+44 20 7946 0000');
    await paste(play, 'Phone number', '+44 20 7946 0001');
    await press(play, english.profileDetails.save);
    await expectText(play, english.profileDetails.saved);
  },
};

/** Loading. */
export const Loading: Story = {
  parameters: account({ delay: holding(/^\/v1\/me$/) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(english.sessionPending.trying)).toBeInTheDocument();
  },
};

/** Loading failed. The button tries again. */
export const Failed: Story = {
  parameters: account({
    delay: dropping(/^\/v1\/me$/),
  }),
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: english.userProfile.tryAgain })).toBeVisible(),
    );
  },
};

/** The request is pending. */
export const Saving: Story = {
  parameters: account({ delay: holdingMutations }),
  play: async (play) => {
    await rename(play);
    await press(play, english.profileDetails.save);
    await expect(play.canvas.getByRole('button', { name: english.userProfile.saving })).toHaveAttribute(
      'aria-disabled',
    );
  },
};

/** The connection was lost. The input is kept. */
export const Unreachable: Story = {
  parameters: account({ delay: droppingMutations }),
  play: async (play) => {
    await rename(play);
    await press(play, english.profileDetails.save);
    await expectText(play, patternOf(english.errors.unreachable));
    await expect(play.canvas.getByLabelText(english.profileDetails.firstName)).toHaveValue('Augusta Ada');
  },
};

/** An error of the API is shown at its field. */
export const UsernameRejected: Story = {
  play: async (play) => {
    const field = await play.canvas.findByLabelText(english.profileDetails.username);
    await play.userEvent.clear(field);
    await type(play, english.profileDetails.username, 'a!');
    await press(play, english.profileDetails.save);
    await waitFor(() => expect(field).toBeInvalid());
    await expect(field).toHaveValue('a!');
  },
};

/** The maintenance was known before the user typed. Everything is readable, and fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    await rename(play);
    await press(play, english.profileDetails.save);
    await expect(play.canvas.getByLabelText(english.profileDetails.firstName)).toHaveValue('Augusta Ada');
  },
};

/** The maintenance began while the user typed. The input and the focus are kept. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await rename(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.profileDetails.save);
    await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    await expect(play.canvas.getByLabelText(english.profileDetails.firstName)).toHaveValue('Augusta Ada');
    await expect(play.canvas.getByRole('button', { name: english.profileDetails.save })).toHaveFocus();
  },
};

/** Maintenance is over. The input is kept, and nothing was sent. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await expectText(play, textOf(english.notice.titleInLine, english.over));
    await expect(play.canvas.getByLabelText(english.profileDetails.firstName)).toHaveValue('Augusta Ada');
  },
};

/** Recovering without a health check: the next submit decides. */
export const Recovering: Story = {
  globals: { service: 'changes' },
  parameters: account({ hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, english.maintenance.checkNow);
    await expectText(play, textOf(english.notice.titleInLine, english.recovering));
  },
};

/** A development instance: reads fail too. */
export const Unavailable: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await rename(play);
    serviceOf(play).api.setMode('unavailable');
    await press(play, english.profileDetails.save);
    await fetch(`${serviceOf(play).adapter.baseUrl}/v1/me`);
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
  },
};

/** A picture is chosen and previewed, not saved. */
export const PictureChosen: Story = {
  play: async (play) => {
    await choosePicture(play);
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: english.profileDetails.savePicture })).toBeVisible(),
    );
  },
};

/** The upload is pending. */
export const PictureUploading: Story = {
  parameters: account({
    delay: holding(/profile_image$/),
  }),
  play: async (play) => {
    await choosePicture(play);
    await press(play, english.profileDetails.savePicture);
    await expect(await play.canvas.findByRole('progressbar')).toBeInTheDocument();
  },
};

/** Maintenance begins: the picture stays chosen. */
export const PictureRejected: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await choosePicture(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.profileDetails.savePicture);
    await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    await expect(play.canvas.getByText(/ada\.png/)).toBeVisible();
  },
};

/** Removing a picture is destructive and can't be deferred. */
export const PictureRemovalBlocked: Story = {
  globals: { service: 'changes' },
  parameters: withDialog,
  play: async (play) => {
    await choosePicture(play);
    await press(play, english.profileDetails.savePicture);
    const remove = await play.canvas.findByRole('button', { name: english.profileDetails.removePicture });
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.click(remove);
    await expectBlocked(english.profileDetails.removePicture);
    await expect(screen.queryByRole('button', { name: english.actions.defer })).toBeNull();
  },
};

/** The user confirms the deletion by typing the email address. */
export const DeleteAccount: Story = {
  play: async (play) => {
    await openTab(play, english.deleteAccount.tab);
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: english.deleteAccount.tab })).toBeVisible(),
    );
  },
};

export const ConfirmingAccountDeletion: Story = {
  play: async (play) => {
    await openTab(play, english.deleteAccount.tab);
    await press(play, english.deleteAccount.submit);
    const word = ADA_IN_FULL.emailAddress;
    const field = await play.canvas.findByLabelText(textOf(english.userProfile.typeToConfirm, { word }));
    await waitFor(() => expect(field).toHaveFocus());
  },
};

/** Deferred: it is saved after maintenance. The user can cancel until then. */
export const SavedAfterMaintenance: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await type(play, english.profileDetails.firstName, ' Augusta');
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.profileDetails.save);
    await press(play, english.actions.defer);
    await expectText(play, patternOf(english.actions.deferred));
  },
};

const LONG_ADDRESS = 'augusta.ada.king.countess.of.lovelace@analytical-engines.example';

/** A long address doesn't overflow, even in two columns. */
export const LongAddress: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 'min(56rem, 100%)' }}>
        <Story />
      </div>
    ),
  ],
  parameters: account({
    users: [{ ...ADA_IN_FULL, emailAddress: LONG_ADDRESS }],
    signedInAs: LONG_ADDRESS,
  }),
  play: async ({ canvas }) => {
    const [text] = await canvas.findAllByText(LONG_ADDRESS, undefined, SOON);
    const side = text?.closest('[data-slot="tabbed-card-side"]');
    await expect(side?.scrollWidth).toBe(side?.clientWidth);
  },
};

/** During maintenance the account can't be deleted, and deleting can't be deferred. */
export const DeleteAccountBlocked: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await openTabInMaintenance(play, english.deleteAccount.tab);
    await press(play, english.deleteAccount.submit);
    const confirm = await play.canvas.findByRole('button', { name: english.deleteAccount.confirm });
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await expect(screen.queryByRole('button', { name: english.actions.defer })).toBeNull();
  },
};
