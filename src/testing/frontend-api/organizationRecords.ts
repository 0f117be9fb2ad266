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
  /** Empty where there is no logo. */
  imageUrl: string;
  updatedAt: number;
  /** By the id of the user. */
  readonly members: Map<string, MembershipRecord>;
  readonly invitations: Map<string, InvitationRecord>;
}

const readPermissions = ['org:sys_memberships:read', 'org:sys_domains:read'];

/** What each role may do, and what people call it. */
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

/** @throws {ApiError} `form_param_value_invalid` for a word that is no role. */
export function toRole(word: string): OrganizationRole {
  if (word === 'org:admin' || word === 'org:member') return word;
  throw new ApiError('form_param_value_invalid', { param: 'role' });
}

/**
 * Somebody has to be able to run an organisation: the last administrator neither leaves nor steps down.
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

/** "Analytical Engines" → "analytical-engines". */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
