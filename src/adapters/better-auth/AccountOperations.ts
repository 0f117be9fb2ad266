import type { MembersPort, OrganizationPort, Role } from '../../auth/OrganizationPort.ts';
import type { SecurityPort, UserPort } from '../../auth/UserPort.ts';
import type { BetterAuthAdapterOptions } from './options.ts';

/**
 * The operations of a signed-in user. A better-auth account has one address, so those that add, remove or change
 * addresses are left out.
 */
export type AccountOperations = Required<
  Omit<UserPort, 'addEmailAddress' | 'setPrimaryEmailAddress' | 'removeEmailAddress'> &
    SecurityPort &
    OrganizationPort &
    MembersPort
>;

export interface AccountOptions {
  readonly uploadPicture: BetterAuthAdapterOptions['uploadPicture'];
  readonly roles: readonly Role[];
}
