import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { UserProfile } from '../src/index.ts';
import { authenticatorCode } from '../src/testing/frontend-api/index.ts';
import {
  account,
  ADA_IN_FULL,
  expectDialog,
  expectBlocked,
  expectText,
  openTab,
  openTabInMaintenance,
  withDialog,
} from './support/account.ts';
import { dropping, holding } from './support/delays.ts';
import { ADA, serviceOf } from './support/service.tsx';
import { endMaintenance, fill, press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'UserProfile/Security',
  component: UserProfile,
  parameters: { ...account(), docs: { gallery: 'gallery-account--of-user-profile' } },
  globals: { service: 'operational' },
} satisfies Meta<typeof UserProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const open = (play: Play): Promise<void> => openTab(play, 'Security');

const withAuthenticator = {
  ...ADA_IN_FULL,
  authenticatorSecret: 'JBSWY3DPEHPK3PXP',
  backupCodes: ['11111111', '22222222'],
};

async function typePasswords(play: Play, current: string = ADA.password): Promise<void> {
  await open(play);
  await press(play, english.security.changePassword);
  await type(play, english.security.currentPassword, current);
  await type(play, english.security.newPassword, 'difference engine no. 2');
}

async function setUp(play: Play): Promise<void> {
  await open(play);
  await press(play, english.security.setUpAuthenticator);
  await play.canvas.findByText(english.security.secret);
  await waitFor(() => expect(play.canvas.getByLabelText(english.security.code)).toHaveFocus());
}

/** Returns the code that the authenticator app shows. */
async function codeFor({ canvasElement }: Play): Promise<string> {
  const secret = canvasElement.querySelector('[data-slot="page-secret-key"]')?.textContent ?? '';
  return await authenticatorCode(secret.replaceAll(' ', ''), Date.now());
}

/** The service is operational. */
export const Operational: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText(english.security.authenticator)).toBeVisible());
  },
};

/** A second factor is turned on. */
export const AuthenticatorOn: Story = {
  parameters: account({ users: [withAuthenticator] }),
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText(english.security.on)).toBeVisible());
  },
};

export const Loading: Story = {
  parameters: account({ delay: holding(/^\/v1\/me$/) }),
  play: open,
};

export const Failed: Story = {
  parameters: account({
    delay: dropping(/^\/v1\/me$/),
  }),
  play: open,
};

/** The form replaces the row, and its first field has the focus. */
export const ChangingPassword: Story = {
  play: async (play) => {
    await typePasswords(play);
    await expect(play.canvas.getByLabelText(english.security.newPassword)).toHaveFocus();
  },
};

/** The current password is wrong, and its field is cleared. The new password is kept. */
export const WrongCurrentPassword: Story = {
  play: async (play) => {
    await typePasswords(play, 'wrong');
    await press(play, english.security.savePassword);
    await waitFor(() => expect(play.canvas.getByText(english.errors.password_incorrect)).toBeVisible());
    await waitFor(() => expect(play.canvas.getByLabelText(english.security.currentPassword)).toHaveValue(''));
    await expect(play.canvas.getByLabelText(english.security.newPassword)).toHaveValue(
      'difference engine no. 2',
    );
  },
};

export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  parameters: account({ users: [withAuthenticator] }),
  play: async (play) => {
    await openTabInMaintenance(play, 'Security');
    await waitFor(() => expect(play.canvas.getByText(english.security.on)).toBeVisible());
  },
};

/** The maintenance began while the user typed. Both passwords are kept. */
export const PasswordRejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await typePasswords(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.security.savePassword);
    await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    await expect(play.canvas.getByLabelText(english.security.currentPassword)).toHaveValue(ADA.password);
  },
};

export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await PasswordRejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await expectText(play, textOf(english.notice.titleInLine, english.over));
    await expect(play.canvas.getByLabelText(english.security.currentPassword)).toHaveValue(ADA.password);
  },
};

/** The user adds the key to an app, by hand or with the link, and confirms with the first code. */
export const SettingUpAuthenticator: Story = {
  play: setUp,
};

/** Maintenance begins: the key and the code are kept. */
export const AuthenticatorRejected: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await setUp(play);
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.keyboard(await codeFor(play));
    await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    await expect(play.canvas.getByText(english.security.secret)).toBeVisible();
  },
};

/** Turned on. The backup codes are shown only once. */
export const BackupCodes: Story = {
  play: async (play) => {
    await setUp(play);
    await fill(play, english.security.code, await codeFor(play));
    const title = await play.canvas.findByRole('heading', { name: english.security.newCodes });
    await waitFor(() => expect(title).toHaveFocus());
  },
};

/** Turning it off asks for confirmation. */
export const TurningOff: Story = {
  parameters: { ...account({ users: [withAuthenticator] }), ...withDialog },
  play: async (play) => {
    await open(play);
    await press(play, english.security.turnOffAuthenticator);
    await expectDialog(english.security.turnOffTitle);
  },
};

export const SettingUpBlocked: Story = {
  globals: { service: 'maintenance' },
  parameters: withDialog,
  play: async (play) => {
    await openTabInMaintenance(play, 'Security');
    await press(play, english.security.setUpAuthenticator);
    await expectBlocked(english.security.setUpAuthenticator);
  },
};
