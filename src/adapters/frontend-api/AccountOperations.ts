import type { MembersPort, OrganizationPort } from '../../auth/OrganizationPort.ts';
import type { SecurityPort, UserPort } from '../../auth/UserPort.ts';

/** The operations of a signed-in user. */
export type AccountOperations = Required<
  UserPort & SecurityPort & Omit<OrganizationPort, 'setActiveOrganization'> & MembersPort
>;
