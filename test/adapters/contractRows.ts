import { expect } from 'vitest';
import type { AuthAdapter, AuthOperation } from '../../src/auth/AuthAdapter.ts';
import type { EmailAddress } from '../../src/auth/UserPort.ts';
import { authenticatorCode } from '../../src/testing/frontend-api/authenticator.ts';
import {
  account,
  cautious,
  credentials,
  newUser,
  now,
  type AdapterFixture,
  type Demands,
} from './contractFixture.ts';

interface Row {
  /** Whether the user is signed in before the call. */
  readonly from: 'signed-in' | 'signed-out';
  /** Optional requirements of the backend. */
  readonly demands?: Demands;
  /** Prepares the call in an operational service. Returns what the call needs: an id, a code. */
  readonly prepare?: (fixture: AdapterFixture) => Promise<string | undefined>;
  readonly call: (adapter: AuthAdapter, context: string) => Promise<unknown> | undefined;
  /** The result in an operational service. */
  readonly result: unknown;
}

const anyText: unknown = expect.any(String);
const complete = { status: 'complete' };
const session: unknown = expect.objectContaining({
  id: anyText,
  user: expect.objectContaining({ email: account.email }) as unknown,
});
const anyRedirect = { url: expect.stringMatching(/^https:/) as unknown };
const returnUrl = 'https://app.example/back';
const proof = { password: account.password };
const picture = new File(['not much of a picture'], 'ada.png', { type: 'image/png' });
const tenBackupCodes = {
  backupCodes: expect.toSatisfy((codes: readonly string[]) => new Set(codes).size === 10) as unknown,
};

const clockOf = (fixture: AdapterFixture): number => fixture.now?.() ?? now;

async function organizationId({ adapter }: AdapterFixture): Promise<string | undefined> {
  return (await adapter.loadOrganizations?.())?.[0]?.id;
}

/** Returns the second member of the organization, "organization/member". */
async function otherMember(fixture: AdapterFixture): Promise<string> {
  const id = (await organizationId(fixture)) ?? '';
  const members = await fixture.adapter.loadMembers?.({ organizationId: id });
  return `${id}/${members?.items.find(({ isSelf }) => !isSelf)?.id ?? ''}`;
}

/** Returns the role of most members. */
async function memberRole({ adapter }: AdapterFixture, organization: string): Promise<string> {
  const roles = await adapter.loadRoles?.({ organizationId: organization });
  return roles?.find(({ name }) => name === 'Member')?.id ?? '';
}

/** Returns a new address, or the only one if a user has just one. */
async function unverifiedAddress({ adapter }: AdapterFixture): Promise<EmailAddress | undefined> {
  if (adapter.addEmailAddress) return adapter.addEmailAddress({ email: newUser.email });
  return (await adapter.loadEmailAddresses?.())?.find(({ isVerified }) => !isVerified);
}

async function pendingInvitation(fixture: AdapterFixture): Promise<string> {
  const id = (await organizationId(fixture)) ?? '';
  const invitations = await fixture.adapter.loadInvitations?.({ organizationId: id });
  return `${id}/${invitations?.items[0]?.id ?? ''}`;
}

function parts(context: string): [first: string, second: string, third: string] {
  const [first = '', second = '', third = ''] = context.split('/');
  return [first, second, third];
}

/** One row for each operation of the port. */
export const contractRows: Readonly<Record<AuthOperation, Row>> = {
  loadSession: { from: 'signed-in', call: (adapter) => adapter.loadSession(), result: session },
  refreshSession: { from: 'signed-in', call: (adapter) => adapter.refreshSession?.(), result: session },
  signOut: { from: 'signed-in', call: (adapter) => adapter.signOut?.(), result: undefined },
  checkService: { from: 'signed-in', call: (adapter) => adapter.checkService?.(), result: 'operational' },
  loadAuthOptions: {
    from: 'signed-out',
    call: (adapter) => adapter.loadAuthOptions?.(),
    result: expect.objectContaining({ providers: expect.any(Array) as unknown }),
  },

  loadSignIn: {
    from: 'signed-out',
    prepare: async ({ adapter }) => {
      await adapter.requestSignInCode?.({ identifier: account.email });
      return undefined;
    },
    call: (adapter) => adapter.loadSignIn?.(),
    result: { status: 'needs-code', sentTo: anyText, purpose: 'sign-in' },
  },
  signInWithPassword: {
    from: 'signed-out',
    call: (adapter) => adapter.signInWithPassword?.(credentials),
    result: complete,
  },
  requestSignInCode: {
    from: 'signed-out',
    call: (adapter) => adapter.requestSignInCode?.({ identifier: account.email }),
    result: { status: 'needs-code', sentTo: anyText, purpose: 'sign-in' },
  },
  resendSignInCode: {
    from: 'signed-out',
    prepare: async ({ adapter }) => {
      await adapter.requestSignInCode?.({ identifier: account.email });
      return undefined;
    },
    call: (adapter) => adapter.resendSignInCode?.(),
    result: { status: 'needs-code', sentTo: anyText, purpose: 'sign-in' },
  },
  submitSignInCode: {
    from: 'signed-out',
    prepare: async ({ adapter, lastCode }) => {
      await adapter.requestSignInCode?.({ identifier: account.email });
      return lastCode?.(account.email);
    },
    call: (adapter, code) => adapter.submitSignInCode?.({ code }),
    result: complete,
  },
  requestSecondFactorCode: {
    from: 'signed-out',
    demands: { verifyNewDevices: true },
    prepare: async ({ adapter }) => {
      await adapter.signInWithPassword?.(credentials);
      return undefined;
    },
    call: (adapter) => adapter.requestSecondFactorCode?.(),
    result: { status: 'needs-code', sentTo: anyText, purpose: 'second-factor' },
  },
  submitSecondFactor: {
    from: 'signed-out',
    prepare: async (fixture) => {
      await fixture.adapter.signInWithPassword?.(cautious);
      return authenticatorCode(fixture.secret ?? cautious.secret, clockOf(fixture));
    },
    call: (adapter, code) => adapter.submitSecondFactor?.({ factor: 'authenticator', code }),
    result: complete,
  },
  requestPasswordReset: {
    from: 'signed-out',
    call: (adapter) => adapter.requestPasswordReset?.({ identifier: account.email }),
    result: { status: 'needs-code', sentTo: anyText, purpose: 'new-password' },
  },
  setNewPassword: {
    from: 'signed-out',
    prepare: async ({ adapter, lastCode }) => {
      await adapter.requestPasswordReset?.({ identifier: account.email });
      await adapter.submitSignInCode?.({ code: lastCode?.(account.email) ?? '' });
      return undefined;
    },
    call: (adapter) => adapter.setNewPassword?.({ password: 'battery staple' }),
    result: complete,
  },
  signInWithProvider: {
    from: 'signed-out',
    call: (adapter) => adapter.signInWithProvider?.({ provider: 'google', returnUrl }),
    result: anyRedirect,
  },
  finishProviderSignIn: {
    from: 'signed-out',
    prepare: async ({ adapter, answerAtProvider }) => {
      const redirect = await adapter.signInWithProvider?.({ provider: 'google', returnUrl });
      return answerAtProvider?.(redirect?.url ?? '', { emailAddress: newUser.email });
    },
    call: (adapter) => adapter.finishProviderSignIn?.(),
    result: complete,
  },
  signInWithPasskey: {
    from: 'signed-out',
    call: (adapter) => adapter.signInWithPasskey?.(),
    result: complete,
  },

  loadSignUp: {
    from: 'signed-out',
    demands: { verifyEmailAddress: true },
    prepare: async ({ adapter }) => {
      await adapter.signUp?.(newUser);
      return undefined;
    },
    call: (adapter) => adapter.loadSignUp?.(),
    result: { status: 'needs-code', sentTo: newUser.email, purpose: 'sign-up' },
  },
  signUp: { from: 'signed-out', call: (adapter) => adapter.signUp?.(newUser), result: complete },
  completeSignUp: {
    from: 'signed-out',
    demands: { legalConsent: true },
    prepare: async ({ adapter }) => {
      await adapter.signUp?.(newUser);
      return undefined;
    },
    call: (adapter) => adapter.completeSignUp?.({ legalConsent: true }),
    result: complete,
  },
  resendSignUpCode: {
    from: 'signed-out',
    demands: { verifyEmailAddress: true },
    prepare: async ({ adapter }) => {
      await adapter.signUp?.(newUser);
      return undefined;
    },
    call: (adapter) => adapter.resendSignUpCode?.(),
    result: { status: 'needs-code', sentTo: anyText, purpose: 'sign-up' },
  },
  submitSignUpCode: {
    from: 'signed-out',
    demands: { verifyEmailAddress: true },
    prepare: async ({ adapter, lastCode }) => {
      await adapter.signUp?.(newUser);
      return lastCode?.(newUser.email);
    },
    call: (adapter, code) => adapter.submitSignUpCode?.({ code }),
    result: complete,
  },

  loadUser: {
    from: 'signed-in',
    call: (adapter) => adapter.loadUser?.(),
    result: expect.objectContaining({
      id: anyText,
      name: account.name,
      email: account.email,
      hasPassword: true,
      hasAuthenticator: false,
    }),
  },
  updateUser: {
    from: 'signed-in',
    call: (adapter) => adapter.updateUser?.({ name: account.name }),
    result: undefined,
  },
  setAvatar: {
    from: 'signed-in',
    call: (adapter) => adapter.setAvatar?.({ file: picture }),
    result: undefined,
  },
  removeAvatar: { from: 'signed-in', call: (adapter) => adapter.removeAvatar?.(), result: undefined },
  deleteAccount: {
    from: 'signed-in',
    call: (adapter) => adapter.deleteAccount?.({ password: account.password }),
    result: undefined,
  },

  loadEmailAddresses: {
    from: 'signed-in',
    call: (adapter) => adapter.loadEmailAddresses?.(),
    result: expect.arrayContaining([expect.objectContaining({ email: account.email, isPrimary: true })]),
  },
  addEmailAddress: {
    from: 'signed-in',
    call: (adapter) => adapter.addEmailAddress?.({ email: newUser.email }),
    result: expect.objectContaining({ id: anyText, email: newUser.email, isVerified: false }),
  },
  requestEmailAddressCode: {
    from: 'signed-in',
    prepare: async (fixture) => (await unverifiedAddress(fixture))?.id,
    call: (adapter, id) => adapter.requestEmailAddressCode?.({ id }),
    result: undefined,
  },
  verifyEmailAddress: {
    from: 'signed-in',
    prepare: async (fixture) => {
      const { id = '', email = '' } = (await unverifiedAddress(fixture)) ?? {};
      await fixture.adapter.requestEmailAddressCode?.({ id });
      return `${id}/${fixture.lastCode?.(email)}`;
    },
    call(adapter, context) {
      const [id, code] = parts(context);
      return adapter.verifyEmailAddress?.({ id, code });
    },
    result: undefined,
  },
  setPrimaryEmailAddress: {
    from: 'signed-in',
    prepare: async ({ adapter }) => (await adapter.loadEmailAddresses?.())?.[0]?.id,
    call: (adapter, id) => adapter.setPrimaryEmailAddress?.({ id }),
    result: undefined,
  },
  removeEmailAddress: {
    from: 'signed-in',
    prepare: async ({ adapter }) => (await adapter.loadEmailAddresses?.())?.[1]?.id,
    call: (adapter, id) => adapter.removeEmailAddress?.({ id }),
    result: undefined,
  },

  loadConnectedAccounts: {
    from: 'signed-in',
    call: (adapter) => adapter.loadConnectedAccounts?.(),
    result: [expect.objectContaining({ provider: 'google', isVerified: true })],
  },
  connectAccount: {
    from: 'signed-in',
    call: (adapter) => adapter.connectAccount?.({ provider: 'github', returnUrl }),
    result: anyRedirect,
  },
  disconnectAccount: {
    from: 'signed-in',
    prepare: async ({ adapter }) => (await adapter.loadConnectedAccounts?.())?.[0]?.id,
    call: (adapter, id) => adapter.disconnectAccount?.({ id }),
    result: undefined,
  },

  changePassword: {
    from: 'signed-in',
    call: (adapter) =>
      adapter.changePassword?.({ currentPassword: account.password, newPassword: 'battery staple' }),
    result: undefined,
  },
  startAuthenticator: {
    from: 'signed-in',
    call: (adapter) => adapter.startAuthenticator?.(proof),
    result: {
      secret: expect.stringMatching(/^[A-Z2-7]{32,}$/) as unknown,
      uri: expect.stringMatching(/^otpauth:\/\/totp\//) as unknown,
    },
  },
  confirmAuthenticator: {
    from: 'signed-in',
    prepare: async (fixture) =>
      authenticatorCode((await fixture.adapter.startAuthenticator?.(proof))?.secret ?? '', clockOf(fixture)),
    call: (adapter, code) => adapter.confirmAuthenticator?.({ code }),
    result: tenBackupCodes,
  },
  removeAuthenticator: {
    from: 'signed-in',
    prepare: async ({ adapter }) => (await adapter.startAuthenticator?.(proof))?.secret,
    call: (adapter) => adapter.removeAuthenticator?.(proof),
    result: undefined,
  },
  renewBackupCodes: {
    from: 'signed-in',
    prepare: async (fixture) => {
      const { adapter } = fixture;
      const { secret = '' } = (await adapter.startAuthenticator?.(proof)) ?? {};
      await adapter.confirmAuthenticator?.({ code: await authenticatorCode(secret, clockOf(fixture)) });
      return undefined;
    },
    call: (adapter) => adapter.renewBackupCodes?.(proof),
    result: tenBackupCodes,
  },
  loadDevices: {
    from: 'signed-in',
    call: (adapter) => adapter.loadDevices?.(),
    result: [
      expect.objectContaining({ id: anyText, isCurrent: true }),
      expect.objectContaining({ id: anyText, isCurrent: false }),
    ],
  },
  revokeDevice: {
    from: 'signed-in',
    prepare: async ({ adapter }) => (await adapter.loadDevices?.())?.[1]?.id,
    call: (adapter, id) => adapter.revokeDevice?.({ id }),
    result: undefined,
  },

  loadOrganizations: {
    from: 'signed-in',
    call: (adapter) => adapter.loadOrganizations?.(),
    result: [
      expect.objectContaining({
        name: 'Analytical Engines',
        can: { edit: true, manageMembers: true, delete: true },
      }),
    ],
  },
  loadOrganization: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.loadOrganization?.({ id }),
    result: expect.objectContaining({ name: 'Analytical Engines', memberCount: 3 }),
  },
  createOrganization: {
    from: 'signed-in',
    call: (adapter) => adapter.createOrganization?.({ name: 'Difference Engines' }),
    result: { id: anyText },
  },
  updateOrganization: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.updateOrganization?.({ id, name: 'Engines', slug: 'engines' }),
    result: undefined,
  },
  setOrganizationLogo: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.setOrganizationLogo?.({ id, file: picture }),
    result: undefined,
  },
  removeOrganizationLogo: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.removeOrganizationLogo?.({ id }),
    result: undefined,
  },
  leaveOrganization: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.leaveOrganization?.({ id }),
    result: undefined,
  },
  deleteOrganization: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.deleteOrganization?.({ id }),
    result: undefined,
  },
  setActiveOrganization: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.setActiveOrganization?.({ id }),
    result: undefined,
  },

  loadRoles: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.loadRoles?.({ organizationId: id }),
    result: expect.arrayContaining([
      { id: anyText, name: 'Admin' },
      { id: anyText, name: 'Member' },
    ]),
  },
  loadMembers: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.loadMembers?.({ organizationId: id, query: 'grace' }),
    result: {
      items: [expect.objectContaining({ identifier: cautious.identifier, isSelf: false })],
      total: 1,
    },
  },
  changeMemberRole: {
    from: 'signed-in',
    prepare: async (fixture) => {
      const context = await otherMember(fixture);
      return `${context}/${await memberRole(fixture, parts(context)[0])}`;
    },
    call(adapter, context) {
      const [id, memberId, role] = parts(context);
      return adapter.changeMemberRole?.({ organizationId: id, memberId, role });
    },
    result: undefined,
  },
  removeMember: {
    from: 'signed-in',
    prepare: otherMember,
    call(adapter, context) {
      const [id, memberId] = parts(context);
      return adapter.removeMember?.({ organizationId: id, memberId });
    },
    result: undefined,
  },
  loadInvitations: {
    from: 'signed-in',
    prepare: organizationId,
    call: (adapter, id) => adapter.loadInvitations?.({ organizationId: id }),
    result: { items: [expect.objectContaining({ email: 'charles@example.com' })], total: 1 },
  },
  inviteMembers: {
    from: 'signed-in',
    prepare: async (fixture) => {
      const id = (await organizationId(fixture)) ?? '';
      return `${id}/${await memberRole(fixture, id)}`;
    },
    call(adapter, context) {
      const [id, role] = parts(context);
      return adapter.inviteMembers?.({
        organizationId: id,
        emails: ['one@example.com', 'two@example.com'],
        role,
      });
    },
    result: undefined,
  },
  revokeInvitation: {
    from: 'signed-in',
    prepare: pendingInvitation,
    call(adapter, context) {
      const [id, invitationId] = parts(context);
      return adapter.revokeInvitation?.({ organizationId: id, invitationId });
    },
    result: undefined,
  },
};
