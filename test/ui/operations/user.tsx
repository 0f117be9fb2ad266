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
  type Mutation,
  type OperationRow,
  type Replacements,
  type Stage,
} from '../../support/operationRow.ts';
import { enter } from '../../support/enter.ts';
import { ADA, renderWithApi, type RenderedApp } from '../../support/renderWithApi.tsx';
import { english } from '../../../src/messages/english.ts';
import { textOf } from '../../support/textOf.ts';

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
  const app = await account(stage, english.emailAddresses.tab);
  await pressing(english.emailAddresses.add)(app);
  await enter(app, english.signIn.email, NEW_ADDRESS);
  return app;
}

async function verifying(stage: Stage): Promise<RenderedApp> {
  const app = await adding(stage);
  await pressing(english.emailAddresses.add)(app);
  await section().findByText(textOf(english.emailAddresses.codeSent, { email: NEW_ADDRESS }));
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
      await enter(app, english.details.firstName, 'Augusta');
      return app;
    },
    press: pressing(english.profileDetails.save),
    done: () => waitFor(() => expect(field(english.details.firstName).defaultValue).toBe('Augusta')),
    shownIn: 'page',
    typed: { 'First name': 'Augusta', 'Last name': 'Lovelace' },
  },
  // The adapter's own upload needs a real browser.
  setAvatar: {
    async open(stage) {
      const app = await account(stage, 'Profile', { operations: { setAvatar: fakeMutation(undefined) } });
      await app.user.upload(await screen.findByLabelText(english.profileDetails.choosePicture), picture);
      await section().findByText(/ada\.png/);
      return app;
    },
    press: pressing(english.profileDetails.savePicture),
    done: leaving(() => screen.queryByText(/ada\.png/)),
    shownIn: 'page',
  },
  removeAvatar: {
    open: (stage) => account(stage, 'Profile', { user: { imageUrl: 'https://img.example/ada.png' } }),
    press: pressing(english.profileDetails.removePicture),
    done: leaving(() => screen.queryByRole('button', { name: english.profileDetails.removePicture })),
    shownIn: 'dialog',
  },
  deleteAccount: {
    async open(stage) {
      const app = await account(stage, english.deleteAccount.tab);
      await pressing(english.deleteAccount.submit)(app);
      const email = ADA.emailAddress;
      await enter(app, textOf(english.userProfile.typeToConfirm, { word: email }), email);
      return app;
    },
    press: pressing(english.deleteAccount.confirm),
    done: finding('Signed out'),
    shownIn: 'page',
  },
  addEmailAddress: {
    open: adding,
    press: pressing(english.emailAddresses.add),
    done: finding(textOf(english.emailAddresses.codeSent, { email: NEW_ADDRESS })),
    shownIn: 'page',
    typed: { 'Email address': NEW_ADDRESS },
  },
  requestEmailAddressCode: {
    async open(stage) {
      const app = await verifying(stage);
      await app.user.type(field('Code'), '42');
      return app;
    },
    press: pressing(english.emailAddresses.sendAgain),
    done: (_app, { calls }) => waitFor(() => expect(calls('requestEmailAddressCode')).toBeGreaterThan(1)),
    shownIn: 'dialog',
    typed: { Code: '42' },
  },
  verifyEmailAddress: {
    open: verifying,
    press: enteringCode('Code', CODE, 'Verify'),
    done: () =>
      screen.findByRole('button', {
        name: textOf(english.emailAddresses.makeAddressPrimary, { email: NEW_ADDRESS }),
      }),
    shownIn: 'page',
    typed: { Code: CODE },
    secrets: [CODE],
  },
  setPrimaryEmailAddress: {
    open: (stage) => account(stage, english.emailAddresses.tab),
    press: pressing(textOf(english.emailAddresses.makeAddressPrimary, { email: 'countess@example.com' })),
    done: leaving(() =>
      screen.queryByRole('button', {
        name: textOf(english.emailAddresses.makeAddressPrimary, { email: 'countess@example.com' }),
      }),
    ),
    shownIn: 'dialog',
  },
  removeEmailAddress: {
    open: (stage) => account(stage, english.emailAddresses.tab),
    press: confirming(
      textOf(english.emailAddresses.removeAddress, { email: 'countess@example.com' }),
      'Remove',
    ),
    done: leaving(() => screen.queryByText('countess@example.com')),
    shownIn: 'dialog',
  },
  connectAccount: {
    open: (stage) => account(stage, english.connectedAccounts.tab),
    press: pressing(textOf(english.connectedAccounts.connect, { provider: 'Google' })),
    done: (_app, { redirects }) => waitFor(() => expect(redirects).toHaveLength(1)),
    shownIn: 'dialog',
  },
  disconnectAccount: {
    open: (stage) => account(stage, english.connectedAccounts.tab),
    press: confirming(
      textOf(english.connectedAccounts.disconnectAccount, { provider: 'GitHub' }),
      'Disconnect',
    ),
    done: finding(english.connectedAccounts.empty),
    shownIn: 'dialog',
  },
  changePassword: {
    async open(stage) {
      const app = await account(stage, 'Security');
      await pressing(english.security.changePassword)(app);
      await enter(app, english.security.currentPassword, ADA.password);
      await enter(app, english.newPassword.label, NEW_PASSWORD);
      return app;
    },
    press: pressing(english.security.savePassword),
    done: leaving(() => screen.queryByLabelText(english.newPassword.label)),
    shownIn: 'page',
    typed: { 'Current password': ADA.password, 'New password': NEW_PASSWORD },
    secrets: [ADA.password, NEW_PASSWORD],
  },
  startAuthenticator: {
    open: (stage) => account(stage, 'Security'),
    press: pressing(english.security.setUpAuthenticator),
    done: finding(english.security.secret),
    shownIn: 'dialog',
  },
  confirmAuthenticator: {
    async open(stage) {
      const app = await account(stage, 'Security', {
        // The correct code depends on the clock, which the maintenance advances.
        operations: { confirmAuthenticator: fakeMutation({ backupCodes: ['kiwi-lime-plum'] }) },
      });
      await pressing(english.security.setUpAuthenticator)(app);
      await section().findByText(english.security.secret);
      return app;
    },
    press: enteringCode(english.secondFactor.codeLabel, '123456', english.security.turnOn),
    done: finding(english.security.newCodes),
    shownIn: 'page',
    typed: { 'Code from the app': '123456' },
    secrets: ['123456'],
  },
  removeAuthenticator: {
    open: (stage) => account(stage, 'Security', { user: withAuthenticator }),
    press: confirming(english.security.turnOffAuthenticator, english.security.turnOff),
    done: () => screen.findByRole('button', { name: english.security.setUpAuthenticator }),
    shownIn: 'dialog',
  },
  renewBackupCodes: {
    open: (stage) => account(stage, 'Security', { user: withAuthenticator }),
    press: confirming(english.security.renewCodes),
    done: () => screen.findByRole('heading', { name: english.security.newCodes }),
    shownIn: 'dialog',
  },
  revokeDevice: {
    open: (stage) => account(stage, 'Devices'),
    press: pressing(textOf(english.devices.signOutDevice, { device: 'Safari 26 on iPhone' })),
    done: leaving(() => screen.queryByText('Safari 26 on iPhone')),
    shownIn: 'dialog',
  },
};
