import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toInvitationBody } from '../bodies/organization.ts';
import { readForm, required, respond, respondPage, type RouteEnv } from '../http.ts';
import { findOrganization } from '../membership.ts';
import {
  pendingInvitations,
  toRole,
  type InvitationRecord,
  type OrganizationRecord,
} from '../organizationRecords.ts';

/** `/v1/organizations/{id}/invitations`: one or many at a time, all or none; pending until revoked. */
export function invitationRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, settings, accounts } = backend;

  function assertInvitable(organization: OrganizationRecord, emailAddress: string): void {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(emailAddress)) {
      throw new ApiError('form_param_format_invalid', { param: 'email_address' });
    }
    const user = accounts.byVerifiedEmailAddress(emailAddress);
    if (user && organization.members.has(user.id)) throw new ApiError('already_a_member_in_organization');
    const isInvited = pendingInvitations(organization).some(
      (invitation) => invitation.emailAddress.toLowerCase() === emailAddress.toLowerCase(),
    );
    if (isInvited) throw new ApiError('organization_invitation_not_unique');
  }

  function invite(organization: OrganizationRecord, form: URLSearchParams): InvitationRecord[] {
    required(form, 'email_address');
    const emailAddresses = form.getAll('email_address');
    const role = toRole(required(form, 'role'));
    for (const emailAddress of emailAddresses) assertInvitable(organization, emailAddress);
    const size = organization.members.size + pendingInvitations(organization).length;
    if (size + emailAddresses.length > settings.membersLimit) {
      throw new ApiError('organization_membership_quota_exceeded');
    }
    return emailAddresses.map((emailAddress) => {
      const invitation: InvitationRecord = {
        id: store.newId('orginv'),
        emailAddress,
        role,
        createdAt: store.now(),
        status: 'pending',
      };
      organization.invitations.set(invitation.id, invitation);
      return invitation;
    });
  }

  return new Hono<RouteEnv>()
    .get('/', (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_memberships:manage');
      const statuses = c.req.queries('status') ?? ['pending'];
      const found = [...organization.invitations.values()].filter(({ status }) => statuses.includes(status));
      return respondPage(
        c,
        backend,
        found.map((invitation) => toInvitationBody(organization, invitation)),
      );
    })
    .post('/', async (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_memberships:manage');
      const [invitation] = invite(organization, await readForm(c));
      return respond(c, backend, invitation ? toInvitationBody(organization, invitation) : {});
    })
    .post('/bulk', async (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_memberships:manage');
      const invitations = invite(organization, await readForm(c));
      return respond(
        c,
        backend,
        invitations.map((invitation) => toInvitationBody(organization, invitation)),
      );
    })
    .post('/:invitationId/revoke', (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_memberships:manage');
      const invitation = organization.invitations.get(c.req.param('invitationId'));
      if (invitation?.status !== 'pending') throw new ApiError('resource_not_found');
      invitation.status = 'revoked';
      return respond(c, backend, toInvitationBody(organization, invitation));
    });
}
