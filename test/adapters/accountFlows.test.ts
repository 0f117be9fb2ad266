// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { FrontendApiOptions } from '../../src/testing/createFrontendApi.ts';
import { ada, bob, createFlowFixture, grace } from './flows.ts';

const returnUrl = 'https://app.example/back';

function signedIn(options: FrontendApiOptions = {}) {
  return createFlowFixture({ signedInAs: ada.emailAddress, ...options });
}

describe('addresses', () => {
  it('addresses are added, verified, made primary and removed', async () => {
    const { adapter } = signedIn();
    const { id } = await adapter.addEmailAddress({ email: 'new@example.com' });
    await expect(adapter.setPrimaryEmailAddress({ id })).rejects.toMatchObject({ code: 'not_found' });
    await adapter.requestEmailAddressCode({ id });
    await adapter.verifyEmailAddress({ id, code: '424242' });
    await adapter.setPrimaryEmailAddress({ id });
    const [primary, other] = await adapter.loadEmailAddresses();
    expect(primary).toMatchObject({ id, isPrimary: true, isVerified: true });
    await adapter.removeEmailAddress({ id: other?.id ?? '' });
    await expect(adapter.removeEmailAddress({ id })).rejects.toMatchObject({ code: 'last_identifier' });
    expect((await adapter.loadSession())?.user.email).toBe('new@example.com');
  });

  it('the address of another user is rejected as taken', async () => {
    const { adapter } = signedIn();
    await expect(adapter.addEmailAddress({ email: bob.emailAddress })).rejects.toMatchObject({
      code: 'identifier_taken',
      field: 'email',
    });
  });

  it('the address of a connected account can be removed only after disconnecting it', async () => {
    const { adapter } = signedIn({ users: [{ ...ada, connectedTo: ['google'] }] });
    const [address] = await adapter.loadEmailAddresses();
    expect(address?.linkedTo).toEqual(['google']);
    await expect(adapter.removeEmailAddress({ id: address?.id ?? '' })).rejects.toMatchObject({
      code: 'address_linked',
    });
  });
});

describe('connected accounts', () => {
  const settings = { providers: ['google'] };

  it('connected accounts are verified after the other service confirms them', async () => {
    const { adapter, api } = signedIn({ settings });
    const { url } = await adapter.connectAccount({ provider: 'google', returnUrl });
    expect(await adapter.loadConnectedAccounts()).toMatchObject([{ isVerified: false }]);
    expect(api.answerAtProvider(url, { emailAddress: 'ada@gmail.example' })).toBe(returnUrl);
    const [account] = await adapter.loadConnectedAccounts();
    expect(account).toMatchObject({ provider: 'google', label: 'ada@gmail.example', isVerified: true });
    await adapter.disconnectAccount({ id: account?.id ?? '' });
    expect(await adapter.loadConnectedAccounts()).toEqual([]);
  });
});

describe('the username', () => {
  it.each([
    ['grace hopper', 'invalid_input'],
    ['abc', 'invalid_input'],
    ['admiral', 'username_taken'],
  ])('%s is rejected', async (username, code) => {
    const { adapter } = signedIn({ users: [ada, { ...grace, username: 'admiral' }] });
    await expect(adapter.updateUser({ username })).rejects.toMatchObject({ code, field: 'username' });
  });

  it('a username can be removed', async () => {
    const { adapter } = signedIn();
    expect(await adapter.loadUser()).toMatchObject({ username: 'countess' });
    await adapter.updateUser({ username: '' });
    expect(await adapter.loadUser()).not.toHaveProperty('username');
  });
});

describe('additional fields', () => {
  const users = [{ ...ada, unsafeMetadata: { theme: { dark: true }, phoneNumber: '+44 20', floor: 3 } }];

  it('leave other metadata unchanged', async () => {
    const { adapter, api } = signedIn({ users });
    expect((await adapter.loadUser()).additional).toEqual({ phoneNumber: '+44 20', floor: '3' });
    await adapter.updateUser({ additional: { phoneNumber: '+44 21' } });
    await adapter.updateUser({ additional: { floor: '' } });
    expect((await adapter.loadUser()).additional).toEqual({ phoneNumber: '+44 21' });
    const { response } = (await (await api.fetch(new Request('https://api.example/v1/me'))).json()) as {
      response: object;
    };
    expect(response).toHaveProperty('unsafe_metadata', { theme: { dark: true }, phoneNumber: '+44 21' });
  });
});

describe('the password', () => {
  it('a new password must differ, and can sign out other devices', async () => {
    const { adapter } = signedIn({ users: [{ ...ada, devices: [{ browserName: 'Firefox' }] }] });
    const change = { currentPassword: ada.password, newPassword: ada.password };
    await expect(adapter.changePassword(change)).rejects.toMatchObject({
      code: 'password_unchanged',
      field: 'newPassword',
    });
    expect(await adapter.loadDevices()).toHaveLength(2);
    await adapter.changePassword({ ...change, newPassword: 'battery staple', signOutOtherDevices: true });
    expect(await adapter.loadDevices()).toMatchObject([{ isCurrent: true }]);
  });
});

describe('devices', () => {
  it('devices have a location', async () => {
    const { adapter } = signedIn({
      users: [
        {
          ...ada,
          devices: [
            {
              browserName: 'Firefox',
              browserVersion: '144',
              deviceType: 'Macintosh',
              ipAddress: '192.0.2.1',
              city: 'London',
              country: 'GB',
              lastActiveAt: 1_000,
            },
          ],
        },
      ],
    });
    const [, device] = await adapter.loadDevices();
    expect(device).toEqual({
      id: device?.id,
      isCurrent: false,
      browser: 'Firefox 144',
      system: 'Macintosh',
      ipAddress: '192.0.2.1',
      location: 'London, GB',
      isMobile: false,
      lastActiveAt: 1_000,
    });
  });
});

describe('deleting an account', () => {
  it("a deleted account is signed out and can't sign in", async () => {
    const { adapter } = signedIn();
    await adapter.deleteAccount();
    expect(await adapter.loadSession()).toBeNull();
    await expect(
      adapter.signInWithPassword({ identifier: ada.emailAddress, password: ada.password }),
    ).rejects.toMatchObject({ code: 'invalid_credentials' });
  });
});

describe('organizations', () => {
  const organizations = [
    {
      name: 'Engines',
      members: [
        { emailAddress: ada.emailAddress, role: 'org:admin' as const },
        { emailAddress: bob.emailAddress },
      ],
      invitations: [{ emailAddress: 'invited@example.com' }],
    },
  ];

  async function withOrganization(options: FrontendApiOptions = {}) {
    const fixture = signedIn({ organizations, ...options });
    await fixture.adapter.loadSession();
    const [organization] = await fixture.adapter.loadOrganizations();
    return { ...fixture, id: organization?.id ?? '' };
  }

  it('an organization keeps at least one administrator', async () => {
    const { adapter, id } = await withOrganization();
    const { items } = await adapter.loadMembers({ organizationId: id });
    const self = items.find(({ isSelf }) => isSelf)?.id ?? '';
    const role = 'org:member';
    await expect(adapter.leaveOrganization({ id })).rejects.toMatchObject({ code: 'last_admin' });
    await expect(
      adapter.changeMemberRole({ organizationId: id, memberId: self, role }),
    ).rejects.toMatchObject({ code: 'last_admin' });
    await expect(adapter.removeMember({ organizationId: id, memberId: self })).rejects.toMatchObject({
      code: 'last_admin',
    });
    await expect(adapter.deleteAccount()).rejects.toMatchObject({ code: 'last_admin' });
  });

  it('only administrators change an organization', async () => {
    const { adapter, id } = await withOrganization({ signedInAs: bob.emailAddress });
    expect(await adapter.loadOrganization({ id })).toMatchObject({
      roleName: 'Member',
      can: { edit: false, manageMembers: false, delete: false },
    });
    await expect(adapter.updateOrganization({ id, name: 'Mine' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(adapter.deleteOrganization({ id })).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('an organization has a unique slug', async () => {
    const { adapter } = await withOrganization();
    await expect(adapter.createOrganization({ name: 'More engines', slug: 'engines' })).rejects.toMatchObject(
      { code: 'slug_taken', field: 'slug' },
    );
    await expect(adapter.createOrganization({ name: 'x', slug: 'No spaces' })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'slug',
    });
    await adapter.createOrganization({ name: 'Engines' });
    expect(new Set((await adapter.loadOrganizations()).map(({ slug }) => slug)).size).toBe(2);
  });

  it.each([
    ['a member', ['new@example.com', bob.emailAddress], 'already_member'],
    ['already invited', ['new@example.com', 'invited@example.com'], 'already_invited'],
    ['no address', ['new@example.com', 'nowhere'], 'invalid_input'],
  ])('no invitation is sent if one is %s', async (_, emails, code) => {
    const { adapter, id } = await withOrganization();
    await expect(
      adapter.inviteMembers({ organizationId: id, emails, role: 'org:member' }),
    ).rejects.toMatchObject({ code });
    expect(await adapter.loadInvitations({ organizationId: id })).toMatchObject({ total: 1 });
  });

  it('an organization has a limited number of members', async () => {
    const { adapter, id } = await withOrganization({ settings: { membersLimit: 3 } });
    await expect(
      adapter.inviteMembers({ organizationId: id, emails: ['new@example.com'], role: 'org:member' }),
    ).rejects.toMatchObject({ code: 'member_limit' });
  });

  it('members are listed page by page', async () => {
    const { adapter, id } = await withOrganization();
    const first = await adapter.loadMembers({ organizationId: id, pageSize: 1 });
    const second = await adapter.loadMembers({ organizationId: id, pageSize: 1, page: 2 });
    expect([first, second]).toMatchObject([
      { items: [{ identifier: ada.emailAddress, isSelf: true }], total: 2 },
      { items: [{ identifier: bob.emailAddress, isSelf: false }], total: 2 },
    ]);
  });

  it('one organization is active at a time, until the user leaves it', async () => {
    const { adapter, id, api } = await withOrganization();
    api.setMode('maintenance');
    await adapter.setActiveOrganization({ id });
    expect(await adapter.loadSession()).toMatchObject({ organizationId: id });
    await adapter.setActiveOrganization({ id: null });
    expect(await adapter.loadSession()).not.toHaveProperty('organizationId');
    await adapter.setActiveOrganization({ id });
    api.setMode('operational');
    await adapter.deleteOrganization({ id });
    expect(await adapter.loadSession()).not.toHaveProperty('organizationId');
    await expect(adapter.setActiveOrganization({ id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it("an organization that the user doesn't belong to is not found", async () => {
    const { adapter, id } = await withOrganization({ signedInAs: grace.emailAddress });
    expect(id).toBe('');
    expect(await adapter.loadOrganization({ id: 'org_0' })).toBeNull();
    await expect(adapter.loadMembers({ organizationId: 'org_0' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('an organization requires a signed-in user', async () => {
    const { adapter } = createFlowFixture({ organizations });
    await expect(adapter.setActiveOrganization({ id: null })).rejects.toMatchObject({ code: 'signed_out' });
    await expect(adapter.loadOrganizations()).rejects.toMatchObject({ code: 'signed_out' });
  });
});
