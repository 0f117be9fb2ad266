import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { AuthSession, SessionPort } from '../../auth/SessionPort.ts';
import { own, succeeded, type UserBody } from './answers.ts';
import type { Api } from './createApi.ts';

const session = v.nullable(own);

function toUser({ id, email, name, image }: UserBody): AuthSession['user'] {
  return { id, ...(email && { email }), ...(name && { name }), ...(image && { imageUrl: image }) };
}

export function sessionOperations(api: Api): Required<Pick<SessionPort, 'loadSession' | 'signOut'>> {
  return {
    async loadSession() {
      try {
        const data = await api.call(session, 'getSession');
        if (data === null) return null;
        const { id, activeOrganizationId } = data.session;
        return {
          id,
          user: toUser(data.user),
          ...(activeOrganizationId && { organizationId: activeOrganizationId }),
        };
      } catch (error) {
        if (error instanceof AuthError && error.status === 401) return null;
        throw error;
      }
    },
    async signOut() {
      await api.call(succeeded, 'signOut');
    },
  };
}
