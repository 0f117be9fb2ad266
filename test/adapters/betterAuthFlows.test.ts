// @vitest-environment node
import { createAuthClient } from 'better-auth/client';
import {
  emailOTPClient,
  organizationClient,
  twoFactorClient,
  usernameClient,
} from 'better-auth/client/plugins';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { betterAuthAdapter, type BetterAuthAdapterOptions } from '../../src/adapters/betterAuth.ts';
import type { AuthAdapter } from '../../src/auth/AuthAdapter.ts';
import { authenticatorCode } from '../../src/testing/frontend-api/authenticator.ts';
import { operations } from './adapterContract.ts';
import { betterAuthContract } from './betterAuthFixture.ts';
import { account, cautious, credentials, type AdapterFixture, type Demands } from './contractFixture.ts';
import { createCookieFetch, startLoopback } from './loopback.ts';
import type { Network } from './network.ts';

type Adapter = Required<AuthAdapter>;

let server: Network;
let fixture: AdapterFixture;
beforeAll(async () => {
  server = await startLoopback((request) => fixture.fetch(request));
});
afterAll(() => server.close());

async function begin(demands: Demands = {}): Promise<Adapter> {
  server.network = 'clear';
  fixture = await betterAuthContract().createFixture(server.origin, demands);
  return fixture.adapter as Adapter;
}

async function signedIn(): Promise<Adapter> {
  const adapter = await begin();
  await adapter.signInWithPassword(credentials);
  return adapter;
}

async function reset(adapter: Adapter): Promise<void> {
  await adapter.requestPasswordReset({ identifier: account.email });
  await adapter.submitSignInCode({ code: codeFor(account.email) });
}

const codeFor = (email: string): string => fixture.lastCode?.(email) ?? '';

describe('capabilities', () => {
  const offeredWith = (options: BetterAuthAdapterOptions) => {
    const adapter = betterAuthAdapter(createAuthClient(), options);
    return operations.filter((operation) => adapter[operation]);
  };
  const plain = offeredWith({});

  it('an adapter without plugins has the operations of every server', () => {
    expect(plain).toEqual([
      'loadSession',
      'signOut',
      'loadAuthOptions',
      'signInWithPassword',
      'signUp',
      'loadUser',
      'updateUser',
      'changePassword',
      'loadDevices',
      'revokeDevice',
    ]);
  });

  it.each<[string, BetterAuthAdapterOptions, number, string]>([
    ['emailOTPClient', { plugins: [emailOTPClient()] }, 10, 'requestSignInCode'],
    ['twoFactorClient', { plugins: [twoFactorClient()] }, 8, 'submitSecondFactor'],
    ['organizationClient', { plugins: [organizationClient()] }, 14, 'loadOrganizations'],
    ['a passkey plugin', { plugins: [{ id: 'passkey' }] }, 1, 'signInWithPasskey'],
    ['a plugin that is not known', { plugins: [{ id: 'of-tomorrow' }] }, 0, 'loadSession'],
    ['providers', { providers: [{ id: 'google', name: 'Google' }] }, 5, 'connectAccount'],
    ['canDeleteAccount', { canDeleteAccount: true }, 1, 'deleteAccount'],
    ['uploadPicture', { uploadPicture: () => Promise.resolve('') }, 2, 'setAvatar'],
    ['checkUrl', { checkUrl: '/api/maintenance' }, 1, 'checkService'],
  ])('more operations are available with %s', (_, options, count, operation) => {
    const supported = offeredWith(options);
    expect(supported).toContain(operation);
    expect(supported.length - plain.length).toBe(count);
  });

  it('the forms receive the options', async () => {
    const plugins = [emailOTPClient(), twoFactorClient(), usernameClient()];
    const adapter = betterAuthAdapter(createAuthClient({ plugins }), {
      plugins,
      passwordLength: { min: 12, max: 64 },
    });
    expect(await adapter.loadAuthOptions?.()).toMatchObject({
      identifiers: ['email', 'username'],
      firstFactors: ['password', 'email-code'],
      secondFactors: ['authenticator', 'backup-code'],
      password: { minLength: 12, maxLength: 64 },
      signUp: { name: 'required', username: 'optional' },
      organizations: { isOn: false },
    });
  });

  it.each([
    ['an object by name', { emailOtp: true }],
    ['the server’s option names', ['email-otp']],
    ['nothing', null],
  ])('the options contain no %s', (_, plugins) => {
    const create = () => betterAuthAdapter(createAuthClient(), { plugins } as never);
    expect(create).toThrow('MK311');
  });
});

describe('a code by email', () => {
  it('a code can be wrong three times before a new one is required', async () => {
    const adapter = await begin();
    await adapter.requestSignInCode({ identifier: account.email });
    const wrong = () => adapter.submitSignInCode({ code: '000000' });
    for (const _ of [1, 2, 3]) {
      await expect(wrong()).rejects.toMatchObject({ code: 'code_incorrect', field: 'code' });
    }
    await expect(wrong()).rejects.toMatchObject({ code: 'code_expired' });
    expect(await adapter.resendSignInCode()).toMatchObject({ status: 'needs-code', purpose: 'sign-in' });
    expect(await adapter.submitSignInCode({ code: codeFor(account.email) })).toEqual({ status: 'complete' });
  });

  it('a code requires a sign-in in progress', async () => {
    const adapter = await begin();
    await expect(adapter.submitSignInCode({ code: '000000' })).rejects.toMatchObject({
      code: 'flow_expired',
    });
    await expect(adapter.setNewPassword({ password: 'battery staple' })).rejects.toMatchObject({
      code: 'flow_expired',
    });
  });

  it('an error about the address of a code belongs to the identifier field', async () => {
    const adapter = await begin();
    await expect(adapter.requestSignInCode({ identifier: 'nowhere' })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'identifier',
    });
  });
});

describe('a forgotten password', () => {
  it('a forgotten password is replaced by a new one, which signs in and ends other sessions', async () => {
    const adapter = await begin();
    await reset(adapter);
    await expect(adapter.setNewPassword({ password: 'short' })).rejects.toMatchObject({
      code: 'password_too_weak',
      field: 'password',
    });
    const password = 'battery staple';
    expect(await adapter.setNewPassword({ password, signOutOtherDevices: true })).toEqual({
      status: 'complete',
    });
    expect(await adapter.loadDevices()).toHaveLength(1);
    await adapter.signOut();
    expect(await adapter.signInWithPassword({ ...credentials, password })).toEqual({ status: 'complete' });
  });

  it('a new password that was set just before a maintenance signs in after it', async () => {
    const adapter = await begin();
    await reset(adapter);
    const { fetch } = fixture;
    fixture = {
      ...fixture,
      async fetch(request) {
        const response = await fetch(request);
        if (request.url.endsWith('/reset-password')) fixture.setMode('maintenance');
        return response;
      },
    };
    const choose = () => adapter.setNewPassword({ password: 'battery staple' });
    await expect(choose()).rejects.toMatchObject({ name: 'SystemUnderMaintenance' });
    fixture = { ...fixture, fetch };
    fixture.setMode('operational');
    expect(await choose()).toEqual({ status: 'complete' });
  });
});

describe('a sign-up without a session', () => {
  const newUser = { ...account, email: 'new.user@example.com' };

  it('a sign-up without a session is followed by a sign-in', async () => {
    const adapter = await begin({ signInAfterSignUp: false });
    expect(await adapter.signUp(newUser)).toEqual({ status: 'complete' });
    expect(await adapter.loadSession()).toMatchObject({ user: { email: newUser.email } });
  });

  it('a sign-up whose address is confirmed by a link needs a sign-in', async () => {
    await begin({ verifyEmailAddress: true });
    expect(await plainAdapter().signUp(newUser)).toEqual({ status: 'needs-sign-in', confirmEmail: true });
  });

  it('a sign-up whose sign-in is rejected requires another sign-in', async () => {
    const adapter = await begin({ signInAfterSignUp: false });
    const open = fixture.fetch;
    fixture = {
      ...fixture,
      fetch: (request) => {
        if (request.url.includes('/sign-in/')) fixture.setMode('maintenance');
        return open(request);
      },
    };
    expect(await adapter.signUp(newUser)).toEqual({ status: 'needs-sign-in', confirmEmail: false });
  });

  it('a taken address, which the server conceals, is identifier_taken', async () => {
    const adapter = await begin({ signInAfterSignUp: false });
    await expect(adapter.signUp({ ...account, password: 'another one' })).rejects.toMatchObject({
      code: 'identifier_taken',
      field: 'email',
    });
  });
});

describe('an address that must be verified', () => {
  const newUser = { ...account, email: 'new.user@example.com' };

  it('a code verifies the address and ends the sign-up', async () => {
    const adapter = await begin({ verifyEmailAddress: true });
    expect(await adapter.signUp(newUser)).toEqual({
      status: 'needs-code',
      sentTo: newUser.email,
      purpose: 'sign-up',
    });
    await expect(adapter.submitSignUpCode({ code: '000000' })).rejects.toMatchObject({
      code: 'code_incorrect',
    });
    expect(await adapter.submitSignUpCode({ code: codeFor(newUser.email) })).toEqual({ status: 'complete' });
    expect(await adapter.loadSession()).toMatchObject({ user: { email: newUser.email } });
    expect(await adapter.loadEmailAddresses()).toMatchObject([{ email: newUser.email, isVerified: true }]);
  });

  it('the address can be verified at a sign-in', async () => {
    const adapter = await begin({ verifyEmailAddress: true });
    expect(await adapter.signInWithPassword(credentials)).toMatchObject({
      status: 'needs-code',
      purpose: 'sign-in',
    });
    expect(await adapter.submitSignInCode({ code: codeFor(account.email) })).toEqual({ status: 'complete' });
  });
});

describe('a second factor', () => {
  it('a second factor is requested after the password', async () => {
    const adapter = await begin();
    expect(await adapter.signInWithPassword(cautious)).toEqual({
      status: 'needs-second-factor',
      factors: ['authenticator', 'backup-code', 'email-code'],
    });
    expect(await adapter.loadSession()).toBeNull();
  });

  it('a second factor can be a code by email', async () => {
    const adapter = await begin();
    await adapter.signInWithPassword(cautious);
    expect(await adapter.requestSecondFactorCode()).toEqual({
      status: 'needs-code',
      sentTo: cautious.identifier,
      purpose: 'second-factor',
    });
    await expect(adapter.submitSignInCode({ code: '000000' })).rejects.toMatchObject({
      code: 'code_incorrect',
    });
    expect(await adapter.submitSignInCode({ code: codeFor(cautious.identifier) })).toEqual({
      status: 'complete',
    });
  });

  it('a second factor is void after five wrong codes', async () => {
    const adapter = await begin();
    await adapter.signInWithPassword(cautious);
    const wrong = () => adapter.submitSecondFactor({ factor: 'authenticator', code: '000000' });
    for (const _ of [1, 2, 3, 4, 5]) {
      await expect(wrong()).rejects.toMatchObject({ code: 'code_incorrect', field: 'code' });
    }
    await expect(wrong()).rejects.toMatchObject({ code: 'flow_expired' });
  });

  it('a second factor is set up with the password, and a backup code signs in once', async () => {
    const adapter = await signedIn();
    const password = account.password;
    await expect(adapter.startAuthenticator()).rejects.toMatchObject({ code: 'password_incorrect' });
    await expect(adapter.startAuthenticator({ password: 'wrong' })).rejects.toMatchObject({
      code: 'password_incorrect',
      field: 'password',
    });
    const { secret, uri } = await adapter.startAuthenticator({ password });
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    const code = await authenticatorCode(secret, Date.now());
    const { backupCodes } = await adapter.confirmAuthenticator({ code });
    expect(await adapter.loadUser()).toMatchObject({ hasAuthenticator: true, hasBackupCodes: true });

    await adapter.signOut();
    await adapter.signInWithPassword(credentials);
    const answer = { factor: 'backup-code', code: backupCodes[0] ?? '' } as const;
    expect(await adapter.submitSecondFactor(answer)).toEqual({ status: 'complete' });
    await adapter.signOut();
    await adapter.signInWithPassword(credentials);
    await expect(adapter.submitSecondFactor(answer)).rejects.toMatchObject({ code: 'code_incorrect' });
  });
});

describe('a provider', () => {
  it.each([
    ['access_denied', 'provider_denied'],
    ['account_already_linked_to_different_user', 'account_taken'],
    ['state_mismatch', 'flow_expired'],
    ['of_tomorrow', 'unexpected'],
  ])('a redirect with %s rejects', async (error, code) => {
    const adapter = await begin();
    vi.stubGlobal('location', { href: `https://app.example/back?error=${error}` });
    await expect(adapter.finishProviderSignIn()).rejects.toMatchObject({ code, backendCode: error });
  });

  it('a redirect during maintenance signs in only after it', async () => {
    const adapter = await begin();
    const returnUrl = 'https://app.example/back';
    const { url } = await adapter.signInWithProvider({ provider: 'google', returnUrl });
    const comeBack = () => fixture.answerAtProvider?.(url, { emailAddress: 'new@example.com' });
    fixture.setMode('maintenance');
    await comeBack();
    expect(await adapter.loadSession()).toBeNull();
    fixture.setMode('operational');
    expect(await comeBack()).toBe(returnUrl);
    expect(await adapter.finishProviderSignIn()).toEqual({ status: 'complete' });
  });

  it('the provider must be one of the server’s', async () => {
    const adapter = await begin();
    const returnUrl = 'https://app.example/back';
    await expect(adapter.signInWithProvider({ provider: 'gitlab', returnUrl })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('an organization', () => {
  const organizationId = 'org_1';

  it('an organization contains the permissions of its roles', async () => {
    const adapter = await begin();
    await adapter.signInWithPassword({ identifier: 'bob@example.com', password: 'long enough' });
    expect(await adapter.loadOrganization({ id: organizationId })).toMatchObject({
      role: 'member',
      roleName: 'Member',
      memberCount: 3,
      can: { edit: false, manageMembers: false, delete: false },
    });
    await expect(adapter.updateOrganization({ id: organizationId, name: 'Mine' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  it("an organization that the user doesn't belong to is not found, and the active one stays", async () => {
    const adapter = await signedIn();
    await adapter.setActiveOrganization({ id: organizationId });
    expect(await adapter.loadOrganization({ id: 'org_of_others' })).toBeNull();
    expect(await adapter.loadSession()).toMatchObject({ organizationId });
    await adapter.setActiveOrganization({ id: null });
    expect(await adapter.loadSession()).not.toHaveProperty('organizationId');
  });

  it('organizations can be created without slugs, even with equal names', async () => {
    const adapter = await signedIn();
    const { id } = await adapter.createOrganization({ name: 'Über & Söhne' });
    const { id: other } = await adapter.createOrganization({ name: 'Über & Söhne' });
    expect(other).not.toBe(id);
    expect((await adapter.loadOrganization({ id }))?.slug).toMatch(/^u-ber-so-hne-[0-9a-f]{8}$/);
    expect(await adapter.loadSession()).not.toHaveProperty('organizationId');
    await expect(adapter.createOrganization({ name: 'Other', slug: 'engines' })).rejects.toMatchObject({
      code: 'slug_taken',
      field: 'slug',
    });
  });

  it('members are searched by name and by address, page by page', async () => {
    const adapter = await signedIn();
    const found = (query: string) => adapter.loadMembers({ organizationId, query, pageSize: 2 });
    expect(await found('')).toMatchObject({ total: 3, items: [{ isSelf: true }, {}] });
    expect(await found('ADA')).toMatchObject({ total: 1, items: [{ name: account.name }] });
    expect(await found('example.com')).toMatchObject({ total: 3, items: [{}, {}] });
    expect(await adapter.loadMembers({ organizationId, page: 2, pageSize: 2 })).toMatchObject({
      items: [{ name: 'Bob' }],
    });
  });

  it('either all invitations are sent or none', async () => {
    const adapter = await signedIn();
    const emails = ['one@example.com', 'bob@example.com', 'two@example.com'];
    await expect(adapter.inviteMembers({ organizationId, emails, role: 'member' })).rejects.toMatchObject({
      code: 'already_member',
      field: 'emails',
    });
    expect(await adapter.loadInvitations({ organizationId })).toMatchObject({
      total: 1,
      items: [{ email: 'charles@example.com', roleName: 'Member' }],
    });
  });

  it('the last owner can’t leave an organization', async () => {
    const adapter = await signedIn();
    const { id } = await adapter.createOrganization({ name: 'Mine' });
    await expect(adapter.leaveOrganization({ id })).rejects.toMatchObject({ code: 'last_admin' });
  });
});

describe('an account', () => {
  it('an account has the uploaded picture until it is removed', async () => {
    const adapter = await signedIn();
    await adapter.setAvatar({ file: new File(['x'], 'ada.png') });
    expect(await adapter.loadUser()).toMatchObject({
      hasImage: true,
      imageUrl: 'https://pictures.example/ada.png',
    });
    await adapter.removeAvatar();
    expect(await adapter.loadUser()).toMatchObject({ hasImage: false });
  });

  it('an account keeps its last sign-in method', async () => {
    const adapter = await begin();
    const redirect = await adapter.signInWithProvider({
      provider: 'google',
      returnUrl: 'https://app.example/back',
    });
    await fixture.answerAtProvider?.(redirect.url, { emailAddress: 'new@example.com' });
    expect(await adapter.finishProviderSignIn()).toEqual({ status: 'complete' });
    const [only] = await adapter.loadConnectedAccounts();
    await expect(adapter.disconnectAccount({ id: only?.id ?? '' })).rejects.toMatchObject({
      code: 'last_identifier',
    });
  });
});

/** Returns an adapter without plugins for the same server. */
function plainAdapter(): Adapter {
  const fetchOptions = { customFetchImpl: createCookieFetch('http://app.localhost:3000') };
  const client = createAuthClient({ baseURL: server.origin, fetchOptions });
  return betterAuthAdapter(client, { baseUrl: `${server.origin}/api/auth` }) as Adapter;
}
