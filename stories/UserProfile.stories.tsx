import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { english, UserProfile } from '../src/index.ts';
import {
  account,
  ADA_IN_FULL,
  expectDialog,
  expectHeldUp,
  expectText,
  openTab,
  openTabInMaintenance,
  withDialog,
} from './support/account.ts';
import { droppingMutations } from './support/formStates.ts';
import { serviceOf } from './support/service.tsx';
import { paste, press, SOON, type } from './support/typing.ts';

const never = (): Promise<void> => new Promise(() => {});

const meta = {
  title: 'UserProfile/Profile details',
  component: UserProfile,
  parameters: account(),
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
  await userEvent.upload(await canvas.findByLabelText('Choose a picture'), picture());
}

async function rename(play: Play): Promise<void> {
  const field = await play.canvas.findByLabelText('First name');
  await play.userEvent.clear(field);
  await type(play, 'First name', 'Augusta Ada');
}

/** The service is operational. */
export const Operational: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('First name')).toHaveValue('Ada');
  },
};

/** The application keeps a phone number: one prop. */
export const AdditionalField: Story = {
  args: {
    additionalFields: [{ name: 'phoneNumber', label: 'Phone number', type: 'tel', autoComplete: 'tel' }],
  },
  parameters: account({ users: [{ ...ADA_IN_FULL, unsafeMetadata: { phoneNumber: '+44 20 7946 0000' } }] }),
  play: async (play) => {
    const field = await play.canvas.findByLabelText('Phone number', undefined, SOON);
    await expect(field).toHaveValue('+44 20 7946 0000');
    await paste(play, 'Phone number', '+44 20 7946 0001');
    await press(play, 'Save changes');
    await expectText(play, english.profileDetails.saved);
  },
};

/** Loading. */
export const Loading: Story = {
  parameters: account({ delay: ({ path }) => (path === '/v1/me' ? never() : Promise.resolve()) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Loading…')).toBeInTheDocument();
  },
};

/** Loading failed. The button tries again. */
export const Failed: Story = {
  parameters: account({
    delay: ({ path }) =>
      path === '/v1/me' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** The request is pending. */
export const Saving: Story = {
  parameters: account({ delay: ({ kind }) => (kind === 'mutation' ? never() : Promise.resolve()) }),
  play: async (play) => {
    await rename(play);
    await press(play, 'Save changes');
    await expect(play.canvas.getByRole('button', { name: 'Saving…' })).toHaveAttribute('aria-disabled');
  },
};

/** The connection was lost. The input is kept. */
export const Unreachable: Story = {
  parameters: account({ delay: droppingMutations }),
  play: async (play) => {
    await rename(play);
    await press(play, 'Save changes');
    await expectText(play, /could not be reached/);
    await expect(play.canvas.getByLabelText('First name')).toHaveValue('Augusta Ada');
  },
};

/** An error of the API is shown at its field. */
export const UsernameRejected: Story = {
  play: async (play) => {
    const field = await play.canvas.findByLabelText('Username');
    await play.userEvent.clear(field);
    await type(play, 'Username', 'a!');
    await press(play, 'Save changes');
    await waitFor(() => expect(field).toBeInvalid());
    await expect(field).toHaveValue('a!');
  },
};

/** The maintenance was known before the user typed. Everything is readable, and fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  parameters: account({ mode: 'maintenance' }),
  play: async (play) => {
    await expectText(play, 'Changes are paused');
    await rename(play);
    await press(play, 'Save changes');
    await expect(play.canvas.getByLabelText('First name')).toHaveValue('Augusta Ada');
  },
};

/** The maintenance began while the user typed. The input and the focus are kept. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await rename(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Save changes');
    await expectText(play, 'Changes are paused');
    await expect(play.canvas.getByLabelText('First name')).toHaveValue('Augusta Ada');
    await expect(play.canvas.getByRole('button', { name: 'Save changes' })).toHaveFocus();
  },
};

/** Maintenance is over. The input is kept, and nothing was sent. */
export const Recovered: Story = {
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    serviceOf(play).api.setMode('operational');
    await press(play, 'Check now');
    await expectText(play, 'Maintenance is over');
    await expect(play.canvas.getByLabelText('First name')).toHaveValue('Augusta Ada');
  },
};

/** Recovering without a health check: the next submit decides. */
export const Recovering: Story = {
  parameters: account({ hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, 'Check now');
    await expectText(play, 'Maintenance may be over');
  },
};

/** A development instance: reads fail too. */
export const Unavailable: Story = {
  play: async (play) => {
    await rename(play);
    serviceOf(play).api.setMode('unavailable');
    await press(play, 'Save changes');
    await fetch(`${serviceOf(play).adapter.baseUrl}/v1/me`);
    await expect(await play.canvas.findByRole('heading', { name: 'Temporarily unavailable' })).toBeVisible();
  },
};

/** A picture is picked and previewed, not saved. */
export const PictureChosen: Story = {
  play: async (play) => {
    await choosePicture(play);
    await expect(await play.canvas.findByRole('button', { name: 'Save picture' })).toBeVisible();
  },
};

/** The upload is pending. */
export const PictureUploading: Story = {
  parameters: account({
    delay: ({ path }) => (path.endsWith('profile_image') ? never() : Promise.resolve()),
  }),
  play: async (play) => {
    await choosePicture(play);
    await press(play, 'Save picture');
    await expect(await play.canvas.findByRole('progressbar')).toBeInTheDocument();
  },
};

/** Maintenance begins: the picture stays picked. */
export const PictureRejected: Story = {
  play: async (play) => {
    await choosePicture(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Save picture');
    await expectText(play, 'Changes are paused');
    await expect(play.canvas.getByText(/ada\.png/)).toBeVisible();
  },
};

/** Removing a picture is destructive and can't be deferred. */
export const PictureRemovalBlocked: Story = {
  parameters: withDialog,
  play: async (play) => {
    await choosePicture(play);
    await press(play, 'Save picture');
    const remove = await play.canvas.findByRole('button', { name: 'Remove picture' });
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.click(remove);
    await expectHeldUp('Remove picture');
    await expect(screen.queryByRole('button', { name: /when the maintenance is over/ })).toBeNull();
  },
};

/** Deleting the account asks for confirmation. */
export const DeleteAccount: Story = {
  play: async (play) => {
    await openTab(play, 'Delete account');
    await expect(await play.canvas.findByRole('button', { name: 'Delete account' })).toBeVisible();
  },
};

export const ConfirmingAccountDeletion: Story = {
  parameters: withDialog,
  play: async (play) => {
    await openTab(play, 'Delete account');
    await press(play, 'Delete account');
    await expectDialog('Delete your account?');
    await expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  },
};

/** Deferred: it is saved after maintenance. The user can cancel until then. */
export const SavedAfterMaintenance: Story = {
  play: async (play) => {
    await type(play, 'First name', ' Augusta');
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Save changes');
    await press(play, 'Do it when the maintenance is over');
    await expectText(play, /^Will be done when the maintenance is over/);
  },
};

const LONG_ADDRESS = 'augusta.ada.king.countess.of.lovelace@analytical-engines.example';

/** A long address doesn't overflow, also in two columns. */
export const LongAddress: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: '56rem' }}>
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
  parameters: { ...account({ mode: 'maintenance' }), ...withDialog },
  play: async (play) => {
    await openTabInMaintenance(play, 'Delete account');
    await press(play, 'Delete account');
    await expectHeldUp('Delete account');
    await expect(screen.queryByRole('button', { name: /when the maintenance is over/ })).toBeNull();
  },
};
