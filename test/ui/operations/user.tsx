import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { SignedOut, UserProfile } from '../../../src/index.ts';
import { ADA_IN_FULL, section } from '../../support/account.tsx';
import {
  confirming,
  enteringCode,
  field,
  finding,
  leaving,
  pressing,
  fakeMutation,
  type,
  type Mutation,
  type OperationRow,
  type Replacements,
  type Stage,
} from '../../support/operationRow.ts';
import { ADA, renderWithApi, type RenderedApp } from '../../support/renderWithApi.tsx';

const CODE = '424242';
const NEW_ADDRESS = 'enchantress@example.com';
const NEW_PASSWORD = 'difference engine no. 2';
const picture = new File([new Uint8Array([137, 80, 78, 71])], 'ada.png', { type: 'image/png' });

const withAuthenticator = {
  ...ADA_IN_FULL,
  authenticatorSecret: 'JBSWY3DPEHPK3PXP',
  backupCodes: ['11111111'],
};

async function account(
  { platform, adapter, onRedirect }: Stage,
  tab: string,
  {
    operations = {},
    user = {},
  }: {
    operations?: Replacements;
    user?: Partial<typeof withAuthenticator & { imageUrl: string }>;
  } = {},
): Promise<RenderedApp> {
  // jsdom has neither.
  Object.assign(URL, { createObjectURL: () => 'blob:ada', revokeObjectURL: () => {} });
  const app = renderWithApi(
    <>
      <UserProfile onRedirect={onRedirect} returnUrl="https://app.example/account" />
      <SignedOut>Signed out</SignedOut>
    </>,
    {
      platform,
      adapter: adapter(operations),
      service: {
        users: [{ ...ADA_IN_FULL, ...user }],
        signedInAs: ADA.emailAddress,
        settings: { username: 'optional', providers: ['github', 'google'] },
      },
    },
  );
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  return app;
}

async function adding(stage: Stage): Promise<RenderedApp> {
  const app = await account(stage, 'Email addresses');
  await pressing('Add email address')(app);
  await type(app, 'Email address', NEW_ADDRESS);
  return app;
}

async function verifying(stage: Stage): Promise<RenderedApp> {
  const app = await adding(stage);
  await pressing('Add email address')(app);
  await section().findByText(`Enter the code that we sent to ${NEW_ADDRESS}.`);
  return app;
}

type UserMutation = Extract<
  Mutation,
  | 'updateUser'
  | `${string}Avatar`
  | `${string}Account`
  | `${string}EmailAddress${string}`
  | 'changePassword'
  | `${string}Authenticator`
  | 'renewBackupCodes'
  | 'revokeDevice'
>;

export const userRows: Readonly<Record<UserMutation, OperationRow>> = {
  updateUser: {
    async open(stage) {
      const app = await account(stage, 'Profile');
      await type(app, 'First name', 'Augusta');
      return app;
    },
    press: pressing('Save changes'),
    done: () => waitFor(() => expect(field('First name').defaultValue).toBe('Augusta')),
    shownIn: 'page',
    typed: { 'First name': 'Augusta', 'Last name': 'Lovelace' },
  },
  // How a page sends a file needs a real browser.
  setAvatar: {
    async open(stage) {
      const app = await account(stage, 'Profile', { operations: { setAvatar: fakeMutation(undefined) } });
      await app.user.upload(await screen.findByLabelText('Choose a picture'), picture);
      await section().findByText(/ada\.png/);
      return app;
    },
    press: pressing('Save picture'),
    done: leaving(() => screen.queryByText(/ada\.png/)),
    shownIn: 'page',
  },
  removeAvatar: {
    open: (stage) => account(stage, 'Profile', { user: { imageUrl: 'https://img.example/ada.png' } }),
    press: pressing('Remove picture'),
    done: leaving(() => screen.queryByRole('button', { name: 'Remove picture' })),
    shownIn: 'dialog',
  },
  deleteAccount: {
    open: (stage) => account(stage, 'Delete account'),
    press: confirming('Delete account', 'Delete my account'),
    done: finding('Signed out'),
    shownIn: 'dialog',
  },
  addEmailAddress: {
    open: adding,
    press: pressing('Add email address'),
    done: finding(`Enter the code that we sent to ${NEW_ADDRESS}.`),
    shownIn: 'page',
    typed: { 'Email address': NEW_ADDRESS },
  },
  requestEmailAddressCode: {
    async open(stage) {
      const app = await verifying(stage);
      await app.user.type(field('Code'), '42');
      return app;
    },
    press: pressing('Send another code'),
    done: (_app, { calls }) => waitFor(() => expect(calls('requestEmailAddressCode')).toBeGreaterThan(1)),
    shownIn: 'dialog',
    typed: { Code: '42' },
  },
  verifyEmailAddress: {
    open: verifying,
    press: enteringCode('Code', CODE, 'Verify'),
    done: () => screen.findByRole('button', { name: `Make primary: ${NEW_ADDRESS}` }),
    shownIn: 'page',
    typed: { Code: CODE },
    secrets: [CODE],
  },
  setPrimaryEmailAddress: {
    open: (stage) => account(stage, 'Email addresses'),
    press: pressing('Make primary: countess@example.com'),
    done: leaving(() => screen.queryByRole('button', { name: 'Make primary: countess@example.com' })),
    shownIn: 'dialog',
  },
  removeEmailAddress: {
    open: (stage) => account(stage, 'Email addresses'),
    press: confirming('Remove: countess@example.com', 'Remove'),
    done: leaving(() => screen.queryByText('countess@example.com')),
    shownIn: 'dialog',
  },
  connectAccount: {
    open: (stage) => account(stage, 'Connected accounts'),
    press: pressing('Connect Google'),
    done: (_app, { redirects }) => waitFor(() => expect(redirects).toHaveLength(1)),
    shownIn: 'dialog',
  },
  disconnectAccount: {
    open: (stage) => account(stage, 'Connected accounts'),
    press: confirming('Disconnect: Github', 'Disconnect'),
    done: finding('No account is connected yet.'),
    shownIn: 'dialog',
  },
  changePassword: {
    async open(stage) {
      const app = await account(stage, 'Security');
      await pressing('Change password')(app);
      await type(app, 'Current password', ADA.password);
      await type(app, 'New password', NEW_PASSWORD);
      return app;
    },
    press: pressing('Save password'),
    done: leaving(() => screen.queryByLabelText('New password')),
    shownIn: 'page',
    typed: { 'Current password': ADA.password, 'New password': NEW_PASSWORD },
    secrets: [ADA.password, NEW_PASSWORD],
  },
  startAuthenticator: {
    open: (stage) => account(stage, 'Security'),
    press: pressing('Set up: Authenticator app'),
    done: finding('Setup key'),
    shownIn: 'dialog',
  },
  confirmAuthenticator: {
    async open(stage) {
      const app = await account(stage, 'Security', {
        // What the right code is depends on the clock, which a maintenance moves on.
        operations: { confirmAuthenticator: fakeMutation({ backupCodes: ['kiwi-lime-plum'] }) },
      });
      await pressing('Set up: Authenticator app')(app);
      await section().findByText('Setup key');
      return app;
    },
    press: enteringCode('Code from the app', '123456', 'Turn on'),
    done: finding('Your new backup codes'),
    shownIn: 'page',
    typed: { 'Code from the app': '123456' },
    secrets: ['123456'],
  },
  removeAuthenticator: {
    open: (stage) => account(stage, 'Security', { user: withAuthenticator }),
    press: confirming('Turn off: Authenticator app', 'Turn off'),
    done: () => screen.findByRole('button', { name: 'Set up: Authenticator app' }),
    shownIn: 'dialog',
  },
  renewBackupCodes: {
    open: (stage) => account(stage, 'Security', { user: withAuthenticator }),
    press: confirming('Get new codes'),
    done: () => screen.findByRole('heading', { name: 'Your new backup codes' }),
    shownIn: 'dialog',
  },
  revokeDevice: {
    open: (stage) => account(stage, 'Devices'),
    press: pressing('Sign out: Safari 26 on iPhone'),
    done: leaving(() => screen.queryByText('Safari 26 on iPhone')),
    shownIn: 'dialog',
  },
};
