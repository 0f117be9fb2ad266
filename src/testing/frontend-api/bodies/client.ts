import type { Backend } from '../backend.ts';
import type { ClientRecord } from '../store.ts';
import type { Body } from './body.ts';
import { toSessionBody } from './session.ts';
import { toSignInBody } from './signIn.ts';
import { toSignUpBody } from './signUp.ts';

export async function toClientBody(backend: Backend, client: ClientRecord): Promise<Body> {
  const sessions = backend.store.activeSessions(client);
  return {
    id: client.id,
    object: 'client',
    sessions: await Promise.all(sessions.map((session) => toSessionBody(backend, session))),
    // A complete sign-in is no longer in progress.
    sign_in: client.signIn && client.signIn.status !== 'complete' ? toSignInBody(client.signIn) : null,
    sign_up:
      client.signUp?.status === 'missing_requirements' ? toSignUpBody(client.signUp, backend.settings) : null,
    last_active_session_id: client.lastActiveSessionId,
    last_authentication_strategy: sessions.length > 0 ? 'password' : null,
    cookie_expires_at: null,
    captcha_bypass: false,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  };
}
