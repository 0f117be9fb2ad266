import type { Api } from './createApi.ts';
import { invitationOperations } from './invitations.ts';
import { memberOperations } from './members.ts';
import type { AccountOperations, AccountOptions } from './AccountOperations.ts';
import { organizationOperations } from './organizations.ts';
import { roleNames } from './roleNames.ts';
import { securityOperations } from './security.ts';
import { userOperations } from './user.ts';

/** Returns all operations of a signed-in user, which load together whether the application uses them or not. */
export function accountOperations(api: Api, { uploadPicture, roles }: AccountOptions): AccountOperations {
  const { roleName } = roleNames(roles);
  return {
    ...userOperations(api, { uploadPicture }),
    ...securityOperations(api),
    ...organizationOperations(api, { uploadPicture, roleName }),
    ...memberOperations(api, { roles, roleName }),
    ...invitationOperations(api, { roleName }),
  };
}
