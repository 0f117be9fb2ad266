import type { Role } from '../../auth/OrganizationPort.ts';

/** What people call the roles. */
export interface RoleNames {
  /** Somebody may have several at once: "admin,billing". */
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
