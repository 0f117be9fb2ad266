import * as v from 'valibot';
import type { Member, MembersPort, Page, Role } from '../../auth/OrganizationPort.ts';
import { currentSession, identified } from './answers.ts';
import type { Api } from './createApi.ts';
import { pageOf } from './pageOf.ts';
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
const removed = v.object({ member: identified });

type MemberOperations = Required<
  Pick<MembersPort, 'loadRoles' | 'loadMembers' | 'changeMemberRole' | 'removeMember'>
>;

/** The number of members per request when all of them are loaded. */
const ALL_AT_A_TIME = 100;

/** Reads and changes the members of an organization, page by page. */
export function memberOperations(
  api: Api,
  { roles, roleName }: RoleNames & { readonly roles: readonly Role[] },
): MemberOperations {
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

  return {
    loadRoles: () => Promise.resolve(roles),
    async loadMembers({ organizationId, query = '', page = 1, pageSize = 10 }) {
      if (query === '') return loadMembers(organizationId, pageSize, (page - 1) * pageSize);
      // The server doesn't search by name.
      const wanted = query.toLowerCase();
      const found = (await loadAllMembers(organizationId)).filter(({ name, identifier }) =>
        [name, identifier].some((text) => text?.toLowerCase().includes(wanted)),
      );
      return pageOf(found, { page, pageSize });
    },
    async changeMemberRole({ organizationId, memberId, role }) {
      await api.call(identified, 'organization.updateMemberRole', { organizationId, memberId, role });
    },
    async removeMember({ organizationId, memberId }) {
      await api.call(removed, 'organization.removeMember', { organizationId, memberIdOrEmail: memberId });
    },
  };
}
