import { ApiError } from './apiError.ts';
import type { UserRecord } from './userRecords.ts';

export type OrganizationRole = 'org:admin' | 'org:member';

export interface MembershipRecord {
  readonly id: string;
  readonly user: UserRecord;
  readonly createdAt: number;
  role: OrganizationRole;
}

export interface InvitationRecord {
  readonly id: string;
  readonly emailAddress: string;
  readonly role: OrganizationRole;
  readonly createdAt: number;
  status: 'pending' | 'revoked';
}

export interface OrganizationRecord {
  readonly id: string;
  readonly createdAt: number;
  name: string;
  slug: string;
  /** Empty without a logo. */
  imageUrl: string;
  updatedAt: number;
  /** By user id. */
  readonly members: Map<string, MembershipRecord>;
  readonly invitations: Map<string, InvitationRecord>;
}

const readPermissions = ['org:sys_memberships:read', 'org:sys_domains:read'];

/** The permissions and name of each role. */
export const roles: Readonly<
  Record<OrganizationRole, { readonly name: string; readonly permissions: readonly string[] }>
> = {
  'org:admin': {
    name: 'Admin',
    permissions: [
      'org:sys_profile:manage',
      'org:sys_profile:delete',
      'org:sys_memberships:manage',
      'org:sys_domains:manage',
      ...readPermissions,
    ],
  },
  'org:member': { name: 'Member', permissions: readPermissions },
};

/** @throws {ApiError} `form_param_value_invalid` for an unknown role. */
export function toRole(word: string): OrganizationRole {
  if (word === 'org:admin' || word === 'org:member') return word;
  throw new ApiError('form_param_value_invalid', { param: 'role' });
}

/**
 * Asserts that an organization keeps an administrator: the last one can neither leave nor change role.
 *
 * @throws {ApiError} `organization_minimum_permissions_needed`
 */
export function assertNotLastAdmin({ members }: OrganizationRecord, { role }: MembershipRecord): void {
  const admins = [...members.values()].filter((member) => member.role === 'org:admin');
  if (role === 'org:admin' && admins.length === 1) {
    throw new ApiError('organization_minimum_permissions_needed');
  }
}

export function pendingInvitations({ invitations }: OrganizationRecord): InvitationRecord[] {
  return [...invitations.values()].filter(({ status }) => status === 'pending');
}

/** Returns the slug of a name: "Analytical Engines" → "analytical-engines". */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
