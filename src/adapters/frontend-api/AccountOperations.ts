import type { MembersPort, OrganizationPort } from '../../auth/OrganizationPort.ts';
import type { SecurityPort, UserPort } from '../../auth/UserPort.ts';

/** Everything that somebody does who is signed in. */
export type AccountOperations = Required<
  UserPort & SecurityPort & Omit<OrganizationPort, 'setActiveOrganization'> & MembersPort
>;
