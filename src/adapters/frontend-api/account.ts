import type { AccountOperations } from './AccountOperations.ts';
import type { Api } from './createApi.ts';
import { memberOperations } from './members.ts';
import { organizationOperations } from './organizations.ts';
import { securityOperations } from './security.ts';
import { userOperations } from './user.ts';

/** Returns the operations of a signed-in user, which load together. */
export function accountOperations(api: Api): AccountOperations {
  return {
    ...userOperations(api),
    ...securityOperations(api),
    ...organizationOperations(api),
    ...memberOperations(api),
  };
}
