import type { Backend } from '../backend.ts';
import type { SessionRecord } from '../store.ts';
import type { Body } from './body.ts';
import { toMembershipBody } from './organization.ts';
import { toPublicUserBody, toUserBody } from './user.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

function toBareSessionBody({ store }: Backend, session: SessionRecord): Body {
  const organization = store.organizations.get(session.activeOrganizationId ?? '');
  return {
    id: session.id,
    object: 'session',
    status: session.status,
    expire_at: session.createdAt + WEEK_MS,
    abandon_at: session.createdAt + 4 * WEEK_MS,
    last_active_at: session.lastActiveAt,
    // The organization of a user who has left it, or was removed, is no longer active.
    last_active_organization_id: organization?.members.has(session.user.id) ? organization.id : null,
    actor: null,
    created_at: session.createdAt,
    updated_at: session.lastActiveAt,
  };
}

export async function toSessionBody(backend: Backend, session: SessionRecord): Promise<Body> {
  return {
    ...toBareSessionBody(backend, session),
    last_active_token: { object: 'token', jwt: await backend.createToken(session) },
    tasks: null,
    factor_verification_age: [0, -1],
    user: toSignedInUserBody(backend, session),
    public_user_data: toPublicUserBody(session.user),
  };
}

/** Returns the user with all organizations. */
export function toSignedInUserBody({ store, settings }: Backend, { user }: SessionRecord): Body {
  const memberships = store.organizationsOf(user).flatMap((organization) => {
    const membership = organization.members.get(user.id);
    return membership ? [toMembershipBody(organization, membership, settings.membersLimit)] : [];
  });
  return toUserBody(user, memberships);
}

/** Returns a session as a device: with its activity instead of its user. */
export function toDeviceBody(backend: Backend, session: SessionRecord): Body {
  const activity = backend.store.clients.get(session.clientId)?.activity;
  return {
    ...toBareSessionBody(backend, session),
    user: null,
    latest_activity: {
      id: `sess_activity_${session.id}`,
      object: 'session_activity',
      browser_name: activity?.browserName ?? '',
      browser_version: activity?.browserVersion ?? '',
      device_type: activity?.deviceType ?? '',
      is_mobile: activity?.isMobile ?? false,
      ip_address: activity?.ipAddress ?? '',
      city: activity?.city ?? '',
      country: activity?.country ?? '',
    },
  };
}
