import type { MembersPort, OrganizationPort, Role } from '../../auth/OrganizationPort.ts';
import type { SecurityPort, UserPort } from '../../auth/UserPort.ts';
import type { BetterAuthAdapterOptions } from './options.ts';

/** An account has one address: what adds and removes others is left out, and so is its change. */
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
