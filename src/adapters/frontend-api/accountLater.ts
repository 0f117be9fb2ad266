import type { AccountOperations } from './AccountOperations.ts';
import type { Api } from './createApi.ts';

/** Which there are has to be known before their code is there: it is what forms look at. */
const offered: Readonly<Record<keyof AccountOperations, true>> = {
  loadUser: true,
  updateUser: true,
  setAvatar: true,
  removeAvatar: true,
  deleteAccount: true,
  loadEmailAddresses: true,
  addEmailAddress: true,
  requestEmailAddressCode: true,
  verifyEmailAddress: true,
  setPrimaryEmailAddress: true,
  removeEmailAddress: true,
  loadConnectedAccounts: true,
  connectAccount: true,
  disconnectAccount: true,
  changePassword: true,
  startAuthenticator: true,
  confirmAuthenticator: true,
  removeAuthenticator: true,
  renewBackupCodes: true,
  loadDevices: true,
  revokeDevice: true,
  loadOrganizations: true,
  loadOrganization: true,
  createOrganization: true,
  updateOrganization: true,
  setOrganizationLogo: true,
  removeOrganizationLogo: true,
  leaveOrganization: true,
  deleteOrganization: true,
  loadRoles: true,
  loadMembers: true,
  changeMemberRole: true,
  removeMember: true,
  loadInvitations: true,
  inviteMembers: true,
  revokeInvitation: true,
};

/**
 * What somebody does who is signed in, with code that arrives when the first of it is called: a page to sign in on
 * needs none of it. Where the code does not arrive the call fails as one that reached nobody, and the next one
 * tries again.
 */
export function accountOperationsLater(api: Api): AccountOperations {
  let arriving: Promise<AccountOperations> | undefined;

  async function arrive(): Promise<AccountOperations> {
    const { accountOperations } = await import('./account.ts');
    return accountOperations(api);
  }

  function later(name: keyof AccountOperations) {
    return async (...parameters: unknown[]): Promise<unknown> => {
      arriving ??= arrive().catch((error: unknown) => {
        arriving = undefined;
        throw error;
      });
      const operations = await arriving;
      return Reflect.apply(operations[name], undefined, parameters);
    };
  }

  const names = Object.keys(offered) as (keyof AccountOperations)[];
  return Object.fromEntries(names.map((name) => [name, later(name)])) as unknown as AccountOperations;
}
