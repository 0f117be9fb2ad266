import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { AuthSession, SessionPort } from '../../auth/SessionPort.ts';
import { currentSession, succeeded, type UserBody } from './answers.ts';
import type { Api } from './createApi.ts';

const session = v.nullable(currentSession);

/**
 * The codes of a 401 with which better-auth's `get-session` reports that the session has ended. Every other 401 comes
 * from an intermediary, such as a firewall, and doesn't sign the user out.
 */
const endedSession: ReadonlySet<unknown> = new Set(['FAILED_TO_GET_SESSION', 'SESSION_EXPIRED']);

function toUser({ id, email, name, image }: UserBody): AuthSession['user'] {
  return { id, ...(email && { email }), ...(name && { name }), ...(image && { imageUrl: image }) };
}

/** Reads and ends the session. The session cookie is the browser’s. */
export function sessionOperations(api: Api): Required<Pick<SessionPort, 'loadSession' | 'signOut'>> {
  return {
    async loadSession({ signal } = {}) {
      try {
        const data = await api.call(
          session,
          'getSession',
          {},
          {
            cache: 'no-store',
            ...(signal && { signal }),
          },
        );
        if (data === null) return null;
        const { id, activeOrganizationId } = data.session;
        return {
          id,
          user: toUser(data.user),
          ...(activeOrganizationId && { organizationId: activeOrganizationId }),
        };
      } catch (error) {
        if (error instanceof AuthError && error.status === 401 && endedSession.has(error.backendCode))
          return null;
        throw error;
      }
    },
    async signOut() {
      await api.call(succeeded, 'signOut');
    },
  };
}
