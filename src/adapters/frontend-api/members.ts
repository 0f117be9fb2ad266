import type { MembersPort, PageRequest } from '../../auth/OrganizationPort.ts';
import { escapePath, type Api, type Fields } from './createApi.ts';
import { invitationsAnswer, membersAnswer, rolesAnswer } from './organizationAnswers.ts';
import { knownSession } from './session.ts';

function toPage({ page = 1, pageSize = 10 }: Omit<PageRequest, 'organizationId'>): Fields {
  return { limit: pageSize, offset: (page - 1) * pageSize };
}

/** Reads and changes the members and invitations of an organization, page by page. */
export function memberOperations(api: Api): Required<MembersPort> {
  return {
    async loadRoles({ organizationId }) {
      const { items } = await api.request(
        rolesAnswer,
        'GET',
        escapePath`/organizations/${organizationId}/roles`,
        {
          query: toPage({ pageSize: 100 }),
        },
      );
      return items;
    },
    async loadMembers({ organizationId, query, ...page }) {
      const session = await knownSession(api);
      return api.request(
        membersAnswer(session?.user.id),
        'GET',
        escapePath`/organizations/${organizationId}/memberships`,
        { query: { paginated: true, query, ...toPage(page) } },
      );
    },
    changeMemberRole: ({ organizationId, memberId, role }) =>
      api.execute('PATCH', escapePath`/organizations/${organizationId}/memberships/${memberId}`, {
        fields: { role },
      }),
    removeMember: ({ organizationId, memberId }) =>
      api.execute('DELETE', escapePath`/organizations/${organizationId}/memberships/${memberId}`),
    loadInvitations: ({ organizationId, ...page }) =>
      api.request(invitationsAnswer, 'GET', escapePath`/organizations/${organizationId}/invitations`, {
        query: { status: 'pending', ...toPage(page) },
      }),
    inviteMembers: ({ organizationId, emails, role }) =>
      api.execute('POST', escapePath`/organizations/${organizationId}/invitations/bulk`, {
        fields: { email_address: emails, role },
      }),
    revokeInvitation: ({ organizationId, invitationId }) =>
      api.execute('POST', escapePath`/organizations/${organizationId}/invitations/${invitationId}/revoke`),
  };
}
