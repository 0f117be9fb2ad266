import type { Backend } from '../backend.ts';
import type { SessionRecord } from '../store.ts';
import type { Body } from './body.ts';
import { toPublicUserBody, toUserBody } from './user.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export async function toSessionBody(backend: Backend, session: SessionRecord): Promise<Body> {
  return {
    id: session.id,
    object: 'session',
    status: session.status,
    expire_at: session.createdAt + WEEK_MS,
    abandon_at: session.createdAt + 4 * WEEK_MS,
    last_active_at: session.lastActiveAt,
    last_active_organization_id: null,
    last_active_token: { object: 'token', jwt: await backend.createToken(session) },
    actor: null,
    tasks: null,
    factor_verification_age: [0, -1],
    user: toUserBody(session.user),
    public_user_data: toPublicUserBody(session.user),
    created_at: session.createdAt,
    updated_at: session.lastActiveAt,
  };
}
