import type { ClerkOrganization, ClerkRevocable } from './ClerkSdk.ts';
import {
  rememberListed,
  revoke,
  text,
  userOf,
  type Call,
  type CallOptions,
  type SdkCallTable,
} from './sdkCall.ts';

/** The calls for organizations. */
export const organizationCalls: SdkCallTable = [
  [
    'POST /organizations',
    (clerk, { params }) =>
      clerk.createOrganization({
        name: text(params['name']),
        ...(typeof params['slug'] === 'string' && { slug: params['slug'] }),
      }),
  ],
  ['PATCH /organizations/:id', organization((target, { params }) => target.update(params))],
  ['DELETE /organizations/:id', organization((target) => target.destroy())],
  ['PUT /organizations/:id/logo', organization((target, { file }) => target.setLogo({ file }))],
  ['DELETE /organizations/:id/logo', organization((target) => target.setLogo({ file: null }))],

  ['GET /organizations/:id/roles', organization((target, { page }) => target.getRoles(page))],
  [
    'GET /organizations/:id/memberships',
    organization((target, { page, params }) =>
      target.getMemberships({ ...page, ...(params['query'] !== undefined && { query: params['query'] }) }),
    ),
  ],
  [
    'PATCH /organizations/:id/memberships/:user',
    organization((target, { ids, params }) =>
      target.updateMember({ userId: text(ids[1]), role: text(params['role']) }),
    ),
  ],
  [
    'DELETE /organizations/:id/memberships/:user',
    organization((target, { ids }) => target.removeMember(text(ids[1]))),
  ],
  [
    'GET /organizations/:id/invitations',
    organization((target, { page, listed }) => rememberListed(listed, invitations(target, page))),
  ],
  [
    'POST /organizations/:id/invitations/bulk',
    organization((target, { params }) =>
      target.inviteMembers({
        emailAddresses: Array.isArray(params['emailAddress']) ? params['emailAddress'].map(String) : [],
        role: text(params['role']),
      }),
    ),
  ],
  ['POST /organizations/:id/invitations/:id/revoke', revoke],
];

async function invitations(
  target: ClerkOrganization,
  page: CallOptions['page'],
): Promise<readonly ClerkRevocable[]> {
  const { data } = await target.getInvitations({ ...page, status: ['pending'] });
  return data;
}

/** Finds the organization of the path among the user's own, without a request, and passes it to `call`. */
function organization(call: (target: ClerkOrganization, options: CallOptions) => Promise<unknown>): Call {
  return async (clerk, options) => {
    const id = text(options.ids[0]);
    const membership = userOf(clerk).organizationMemberships.find(
      ({ organization: target }) => target.id === id,
    );
    return call(membership?.organization ?? (await clerk.getOrganization(id)), options);
  };
}
