import type { AccountOperations } from './AccountOperations.ts';
import type { Api } from './createApi.ts';
import { memberOperations } from './members.ts';
import { organizationOperations } from './organizations.ts';
import { securityOperations } from './security.ts';
import { userOperations } from './user.ts';

/** Gathers what has to arrive with one another. */
export function accountOperations(api: Api): AccountOperations {
  return {
    ...userOperations(api),
    ...securityOperations(api),
    ...organizationOperations(api),
    ...memberOperations(api),
  };
}
