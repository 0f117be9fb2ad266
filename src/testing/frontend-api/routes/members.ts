import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toMembershipBody } from '../bodies/organization.ts';
import { readForm, required, respond, respondPage, type RouteContext, type RouteEnv } from '../http.ts';
import { findOrganization } from '../membership.ts';
import {
  assertNotLastAdmin,
  toRole,
  type MembershipRecord,
  type OrganizationRecord,
} from '../organizationRecords.ts';
import { fullNameOf, identifierOf } from '../userRecords.ts';

/** `/v1/organizations/{id}/memberships`: searched by name or address, changed and removed by administrators. */
export function memberRoutes(backend: Backend): Hono<RouteEnv> {
  const { settings } = backend;

  function find(c: RouteContext): { organization: OrganizationRecord; member: MembershipRecord } {
    const { organization } = findOrganization(c, backend, 'org:sys_memberships:manage');
    const member = organization.members.get(c.req.param('userId') ?? '');
    if (!member) throw new ApiError('resource_not_found');
    return { organization, member };
  }

  return new Hono<RouteEnv>()
    .get('/', (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_memberships:read');
      const query = (c.req.query('query') ?? '').toLowerCase();
      const found = [...organization.members.values()].filter(({ user }) =>
        `${fullNameOf(user)} ${identifierOf(user)}`.toLowerCase().includes(query),
      );
      return respondPage(
        c,
        backend,
        found.map((member) => toMembershipBody(organization, member, settings.membersLimit)),
      );
    })
    .patch('/:userId', async (c) => {
      const { organization, member } = find(c);
      const role = toRole(required(await readForm(c), 'role'));
      if (role !== 'org:admin') assertNotLastAdmin(organization, member);
      member.role = role;
      return respond(c, backend, toMembershipBody(organization, member, settings.membersLimit));
    })
    .delete('/:userId', (c) => {
      const { organization, member } = find(c);
      assertNotLastAdmin(organization, member);
      organization.members.delete(member.user.id);
      return respond(c, backend, toMembershipBody(organization, member, settings.membersLimit));
    });
}
