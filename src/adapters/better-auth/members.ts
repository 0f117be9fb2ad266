import * as v from 'valibot';
import type {
  Invitation,
  Member,
  MembersPort,
  Page,
  PageRequest,
  Role,
} from '../../auth/OrganizationPort.ts';
import { withValues } from '../../auth/AuthError.ts';
import { currentSession, identified } from './answers.ts';
import type { Api } from './createApi.ts';
import type { RoleNames } from './roleNames.ts';

const member = v.object({
  id: v.string(),
  role: v.string(),
  userId: v.string(),
  createdAt: v.nullish(v.string()),
  user: v.object({
    name: v.nullish(v.string()),
    email: v.nullish(v.string()),
    image: v.nullish(v.string()),
  }),
});
const members = v.object({ members: v.array(member), total: v.number() });
const invitation = v.object({
  id: v.string(),
  email: v.string(),
  role: v.string(),
  status: v.string(),
  createdAt: v.nullish(v.string()),
  expiresAt: v.nullish(v.string()),
});
const invitations = v.array(invitation);
const removed = v.object({ member: identified });

/** The number of members per request when all of them are loaded. */
const ALL_AT_A_TIME = 100;

function cut<Item>(items: readonly Item[], { page = 1, pageSize = 10 }: Partial<PageRequest>): Page<Item> {
  const start = (page - 1) * pageSize;
  return { items: items.slice(start, start + pageSize), total: items.length };
}

/** Reads and changes the members and invitations of an organization, page by page. */
export function memberOperations(
  api: Api,
  { roles, roleName }: RoleNames & { readonly roles: readonly Role[] },
): Required<MembersPort> {
  async function loadMembers(organizationId: string, limit: number, offset: number): Promise<Page<Member>> {
    const { user } = await api.call(currentSession, 'getSession');
    const found = await api.call(members, 'organization.listMembers', {
      query: { organizationId, limit, offset, sortBy: 'createdAt' },
    });
    const toMember = ({
      id,
      role,
      userId,
      createdAt,
      user: profile,
    }: v.InferOutput<typeof member>): Member => ({
      id,
      ...(profile.name && { name: profile.name }),
      ...(profile.email && { identifier: profile.email }),
      ...(profile.image && { imageUrl: profile.image }),
      role,
      roleName: roleName(role),
      ...(createdAt && { joinedAt: Date.parse(createdAt) }),
      isSelf: userId === user.id,
    });
    return { items: found.members.map(toMember), total: found.total };
  }

  async function loadAllMembers(organizationId: string): Promise<readonly Member[]> {
    const all: Member[] = [];
    for (;;) {
      const { items, total } = await loadMembers(organizationId, ALL_AT_A_TIME, all.length);
      all.push(...items);
      if (items.length === 0 || all.length >= total) return all;
    }
  }

  function toInvitation({ id, email, role, createdAt }: v.InferOutput<typeof invitation>): Invitation {
    return {
      id,
      email,
      role,
      roleName: roleName(role),
      ...(createdAt && { createdAt: Date.parse(createdAt) }),
    };
  }

  return {
    loadRoles: () => Promise.resolve(roles),
    async loadMembers({ organizationId, query = '', page = 1, pageSize = 10 }) {
      if (query === '') return loadMembers(organizationId, pageSize, (page - 1) * pageSize);
      // The server doesn't search by name.
      const wanted = query.toLowerCase();
      const found = (await loadAllMembers(organizationId)).filter(({ name, identifier }) =>
        [name, identifier].some((text) => text?.toLowerCase().includes(wanted)),
      );
      return cut(found, { page, pageSize });
    },
    async changeMemberRole({ organizationId, memberId, role }) {
      await api.call(identified, 'organization.updateMemberRole', { organizationId, memberId, role });
    },
    async removeMember({ organizationId, memberId }) {
      await api.call(removed, 'organization.removeMember', { organizationId, memberIdOrEmail: memberId });
    },
    async loadInvitations({ organizationId, ...request }) {
      const found = await api.call(invitations, 'organization.listInvitations', {
        query: { organizationId },
      });
      const pending = found.filter(
        ({ status, expiresAt }) => status === 'pending' && (!expiresAt || Date.parse(expiresAt) > Date.now()),
      );
      return cut(pending.map(toInvitation), request);
    },
    inviteMembers: ({ organizationId, emails, role }) => invite(emails, { organizationId, role }),
    revokeInvitation: ({ invitationId }) => revoke(invitationId),
  };

  /** Sends the invitations one after the other, because better-auth takes one at a time. Revokes all if one fails. */
  async function invite(
    emails: readonly string[],
    place: { readonly organizationId: string; readonly role: string },
  ): Promise<void> {
    const invitationIds: string[] = [];
    try {
      for (const email of emails) {
        const { id } = await api
          .call(identified, 'organization.inviteMember', { email, ...place })
          .catch((error: unknown) => {
            throw withValues(error, { email });
          });
        invitationIds.push(id);
      }
    } catch (error) {
      for (const id of invitationIds.toReversed()) await revoke(id).catch(() => undefined);
      throw error;
    }
  }

  async function revoke(invitationId: string): Promise<void> {
    await api.call(identified, 'organization.cancelInvitation', { invitationId });
  }
}
