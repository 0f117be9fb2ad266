// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createInMemoryAuth, type InMemoryAuthOptions } from '../../src/testing/createInMemoryAuth.ts';
import { describeAdapterContract } from './adapterContract.ts';
import { account, cautious, credentials, now, type Contract } from './contractFixture.ts';

const options: InMemoryAuthOptions = {
  users: [
    account,
    { email: cautious.identifier, password: cautious.password, name: 'Grace Hopper' },
    { email: 'bob@example.com', password: 'long enough' },
  ],
  organizations: [
    {
      name: 'Analytical Engines',
      members: [
        { email: account.email, role: 'admin' },
        { email: cautious.identifier, role: 'admin' },
        { email: 'bob@example.com' },
      ],
      invitations: ['charles@example.com'],
    },
  ],
  now: () => now,
};

const inMemory: Contract = {
  supported: [
    'loadSession',
    'signOut',
    'checkService',
    'loadAuthOptions',
    'signInWithPassword',
    'signUp',
    'loadUser',
    'updateUser',
    'deleteAccount',
    'changePassword',
    'loadOrganizations',
    'loadOrganization',
    'createOrganization',
    'updateOrganization',
    'leaveOrganization',
    'deleteOrganization',
    'setActiveOrganization',
    'loadRoles',
    'loadMembers',
    'changeMemberRole',
    'removeMember',
    'loadInvitations',
    'inviteMembers',
    'revokeInvitation',
  ],
  // It sends no request, so there is no network.
  networkFaults: [],
  createFixture() {
    const { adapter, service, endSession } = createInMemoryAuth(options);
    return {
      adapter,
      fetch: () => Response.error(),
      setMode: (mode) => service.setMode(mode, { retryAfter: 30 }),
      endSessions: endSession,
    };
  },
};

describeAdapterContract('in memory', inMemory, () =>
  Promise.resolve({ origin: 'https://api.example', network: 'clear', close: () => Promise.resolve() }),
);

describe('the in-memory backend', () => {
  const signedIn = (changes: InMemoryAuthOptions = {}) =>
    createInMemoryAuth({ ...options, signedInAs: account.email, ...changes });

  it('a user is signed in at the start', async () => {
    const { adapter } = signedIn();
    expect((await adapter.loadSession())?.user).toMatchObject({ email: account.email, name: account.name });
  });

  it('changes are stored', async () => {
    const { adapter } = signedIn();
    await adapter.changePassword?.({ currentPassword: account.password, newPassword: 'battery staple' });
    await adapter.updateUser?.({ firstName: 'Augusta', lastName: 'King' });
    await adapter.signOut?.();
    await expect(adapter.signInWithPassword?.(credentials)).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    await adapter.signInWithPassword?.({ ...credentials, password: 'battery staple' });
    expect(await adapter.loadUser?.()).toMatchObject({ firstName: 'Augusta', lastName: 'King' });
  });

  it('a deleted account is removed with its memberships', async () => {
    const { adapter } = signedIn();
    await adapter.deleteAccount?.({ password: account.password });
    expect(await adapter.loadSession()).toBeNull();
    await expect(adapter.signInWithPassword?.(credentials)).rejects.toMatchObject({ name: 'AuthError' });
    await adapter.signInWithPassword?.(cautious);
    expect((await adapter.loadOrganizations?.())?.[0]?.memberCount).toBe(2);
  });

  it('a new organization has a slug and becomes active', async () => {
    const { adapter } = signedIn();
    const created = await adapter.createOrganization?.({ name: 'Engines', slug: 'engines' });
    const id = created?.id ?? '';
    await adapter.setActiveOrganization?.({ id });
    expect((await adapter.loadSession())?.organizationId).toBe(id);
    expect(await adapter.loadOrganization?.({ id })).toMatchObject({ slug: 'engines', role: 'admin' });
    await expect(adapter.createOrganization?.({ name: 'Other', slug: 'engines' })).rejects.toMatchObject({
      code: 'slug_taken',
      field: 'slug',
    });
    await expect(adapter.leaveOrganization?.({ id })).rejects.toMatchObject({ code: 'last_admin' });
    await adapter.deleteOrganization?.({ id });
    expect(await adapter.loadOrganization?.({ id })).toBeNull();
    expect((await adapter.loadSession())?.organizationId).toBeUndefined();
  });

  it('a member can only read and leave', async () => {
    const { adapter } = signedIn({ signedInAs: 'bob@example.com' });
    const [organization] = (await adapter.loadOrganizations?.()) ?? [];
    const id = organization?.id ?? '';
    expect(organization?.can).toEqual({ edit: false, manageMembers: false, delete: false });
    await expect(adapter.updateOrganization?.({ id, name: 'Mine' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await adapter.leaveOrganization?.({ id });
    expect(await adapter.loadOrganizations?.()).toEqual([]);
  });

  it('either all addresses are invited or none', async () => {
    const { adapter } = signedIn();
    const organizationId = (await adapter.loadOrganizations?.())?.[0]?.id ?? '';
    const invite = (...emails: string[]) =>
      adapter.inviteMembers?.({ organizationId, emails, role: 'member' });
    await expect(invite('new@example.com', 'charles@example.com')).rejects.toMatchObject({
      code: 'already_invited',
    });
    await expect(invite('new@example.com', 'bob@example.com')).rejects.toMatchObject({
      code: 'already_member',
    });
    await invite('new@example.com', 'newer@example.com');
    const page = await adapter.loadInvitations?.({ organizationId, page: 2, pageSize: 2 });
    expect(page).toMatchObject({ items: [{ email: 'newer@example.com' }], total: 3 });
  });

  it.each([
    ['signedInAs', { signedInAs: 'stranger@example.com' }],
    ['a member', { organizations: [{ name: 'A', members: [{ email: 'stranger@example.com' }] }] }],
  ])('MK603 is thrown if %s is not in users', (_, changes) => {
    expect(() => createInMemoryAuth({ ...options, ...changes })).toThrow('MK603');
  });
});
