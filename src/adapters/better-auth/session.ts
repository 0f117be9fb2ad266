import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { AuthSession, SessionPort } from '../../auth/SessionPort.ts';
import { own, succeeded, type UserBody } from './answers.ts';
import type { Api } from './createApi.ts';

const session = v.nullable(own);

/**
 * The codes of a 401 by which better-auth's `get-session` says that there is no session any longer. Every other 401 comes
 * from something in between, such as a firewall, and signs nobody out.
 */
const endedSession: ReadonlySet<unknown> = new Set(['FAILED_TO_GET_SESSION', 'SESSION_EXPIRED']);

function toUser({ id, email, name, image }: UserBody): AuthSession['user'] {
  return { id, ...(email && { email }), ...(name && { name }), ...(image && { imageUrl: image }) };
}

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
