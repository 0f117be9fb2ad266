import {
  pendingInvitations,
  roles,
  type InvitationRecord,
  type MembershipRecord,
  type OrganizationRecord,
  type OrganizationRole,
} from '../organizationRecords.ts';
import type { Body } from './body.ts';
import { toImageBody, toPublicUserBody } from './user.ts';

export function toOrganizationBody(organization: OrganizationRecord, membersLimit: number): Body {
  return {
    id: organization.id,
    object: 'organization',
    name: organization.name,
    slug: organization.slug,
    ...toImageBody(organization),
    public_metadata: {},
    members_count: organization.members.size,
    pending_invitations_count: pendingInvitations(organization).length,
    admin_delete_enabled: true,
    max_allowed_memberships: membersLimit,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
  };
}

export function toMembershipBody(
  organization: OrganizationRecord,
  membership: MembershipRecord,
  membersLimit: number,
): Body {
  return {
    id: membership.id,
    object: 'organization_membership',
    organization: toOrganizationBody(organization, membersLimit),
    public_user_data: toPublicUserBody(membership.user),
    permissions: roles[membership.role].permissions,
    role: membership.role,
    role_name: roles[membership.role].name,
    public_metadata: {},
    created_at: membership.createdAt,
    updated_at: membership.createdAt,
  };
}

export function toInvitationBody({ id }: OrganizationRecord, invitation: InvitationRecord): Body {
  return {
    id: invitation.id,
    object: 'organization_invitation',
    email_address: invitation.emailAddress,
    organization_id: id,
    public_metadata: {},
    status: invitation.status,
    role: invitation.role,
    role_name: roles[invitation.role].name,
    created_at: invitation.createdAt,
    updated_at: invitation.createdAt,
  };
}

export function toRoleBody(key: OrganizationRole): Body {
  return {
    id: `role_${key.slice('org:'.length)}`,
    object: 'role',
    key,
    name: roles[key].name,
    description: '',
    permissions: [],
    created_at: 0,
    updated_at: 0,
  };
}
