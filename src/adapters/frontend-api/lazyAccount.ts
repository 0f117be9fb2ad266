import { createLoader } from '../../protocol/createLoader.ts';
import { lazyOperations } from '../lazyOperations.ts';
import type { AccountOperations } from './AccountOperations.ts';
import type { Api } from './createApi.ts';

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

/** Returns the operations of a signed-in user. Their code loads on the first call. */
export function lazyAccountOperations(api: Api): AccountOperations {
  const loader = createLoader(async () => {
    const { accountOperations } = await import('./account.ts');
    return accountOperations(api);
  });
  return lazyOperations(Object.keys(offered) as (keyof AccountOperations)[], loader);
}
