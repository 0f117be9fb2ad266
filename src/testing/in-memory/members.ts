import type { Invitation, Member, MembersPort, Page, PageRequest } from '../../auth/OrganizationPort.ts';
import { assertOtherAdmin, requireAdmin, requireMembership, roleNames } from './organizations.ts';
import {
  addInvitation,
  authError,
  type InvitationRecord,
  type MemberRecord,
  type OrganizationRecord,
  type RoleId,
  type Store,
} from './store.ts';

/** Returns the operations on the members and invitations of an organization. */
export function memberOperations(store: Store): MembersPort {
  return {
    async loadRoles({ organizationId }) {
      requireMembership(store, organizationId);
      return Object.entries(roleNames).map(([id, name]) => ({ id, name }));
    },
    async loadMembers({ query = '', ...request }) {
      const { organization, membership } = requireMembership(store, request.organizationId);
      const items = [...organization.members.values()]
        .filter(({ user }) => `${user.name} ${user.email}`.toLowerCase().includes(query.toLowerCase()))
        .map((member) => toMember(member, membership));
      return toPage(items, request);
    },
    async changeMemberRole({ organizationId, memberId, role }) {
      const organization = requireAdmin(store, organizationId);
      const member = requireMember(organization, memberId);
      const next = requireRole(role);
      if (next !== 'admin') assertOtherAdmin(organization, member);
      member.role = next;
    },
    async removeMember({ organizationId, memberId }) {
      const organization = requireAdmin(store, organizationId);
      const member = requireMember(organization, memberId);
      assertOtherAdmin(organization, member);
      organization.members.delete(memberId);
    },
    async loadInvitations(request) {
      const { invitations } = requireAdmin(store, request.organizationId);
      return toPage([...invitations.values()].map(toInvitation), request);
    },
    async inviteMembers({ organizationId, emails, role }) {
      const organization = requireAdmin(store, organizationId);
      const next = requireRole(role);
      for (const email of emails) assertInvitable(organization, email);
      for (const email of emails) addInvitation(store, organization, email, next);
    },
    async revokeInvitation({ organizationId, invitationId }) {
      if (!requireAdmin(store, organizationId).invitations.delete(invitationId)) throw authError('not_found');
    },
  };
}

function toMember({ id, user, role, joinedAt }: MemberRecord, membership: MemberRecord): Member {
  return {
    id,
    ...(user.name && { name: user.name }),
    identifier: user.email,
    role,
    roleName: roleNames[role],
    joinedAt,
    isSelf: id === membership.id,
  };
}

function toInvitation({ id, email, role, createdAt }: InvitationRecord): Invitation {
  return { id, email, role, roleName: roleNames[role], createdAt };
}

function toPage<Item>(items: readonly Item[], { page = 1, pageSize = 10 }: PageRequest): Page<Item> {
  return { items: items.slice((page - 1) * pageSize, page * pageSize), total: items.length };
}

function requireMember({ members }: OrganizationRecord, id: string): MemberRecord {
  const member = members.get(id);
  if (!member) throw authError('not_found');
  return member;
}

function requireRole(role: string): RoleId {
  if (role !== 'admin' && role !== 'member') throw authError('invalid_input', 'role');
  return role;
}

function assertInvitable({ members, invitations }: OrganizationRecord, email: string): void {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw authError('invalid_input', 'emails');
  if ([...members.values()].some(({ user }) => user.email === email))
    throw authError('already_member', 'emails', { email });
  if ([...invitations.values()].some((invitation) => invitation.email === email)) {
    throw authError('already_invited', 'emails', { email });
  }
}
