import * as v from 'valibot';
import { withValues } from '../../auth/AuthError.ts';
import type { Invitation, MembersPort } from '../../auth/OrganizationPort.ts';
import { identified } from './answers.ts';
import type { Api } from './createApi.ts';
import { pageOf } from './pageOf.ts';
import type { RoleNames } from './roleNames.ts';

const invitation = v.object({
  id: v.string(),
  email: v.string(),
  role: v.string(),
  status: v.string(),
  createdAt: v.nullish(v.string()),
  expiresAt: v.nullish(v.string()),
});
const invitations = v.array(invitation);

type InvitationOperations = Required<
  Pick<MembersPort, 'loadInvitations' | 'inviteMembers' | 'revokeInvitation'>
>;

/** Reads, sends and revokes the invitations of an organization. */
export function invitationOperations(api: Api, { roleName }: RoleNames): InvitationOperations {
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
    async loadInvitations({ organizationId, ...request }) {
      const found = await api.call(invitations, 'organization.listInvitations', {
        query: { organizationId },
      });
      const pending = found.filter(
        ({ status, expiresAt }) => status === 'pending' && (!expiresAt || Date.parse(expiresAt) > Date.now()),
      );
      return pageOf(pending.map(toInvitation), request);
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
