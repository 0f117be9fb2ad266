import type { Role } from '../../auth/OrganizationPort.ts';

/** The names of roles that users read. */
export interface RoleNames {
  /** Returns the name of one role, or of several: "admin,billing". */
  readonly roleName: (role: string) => string;
}

export const ownRoles: readonly Role[] = [
  { id: 'owner', name: 'Owner' },
  { id: 'admin', name: 'Admin' },
  { id: 'member', name: 'Member' },
];

export function roleNames(roles: readonly Role[]): RoleNames {
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  return { roleName: (role) => role.split(',').map(nameOf).join(', ') };
}
