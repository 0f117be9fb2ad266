import { AuthError } from '../../auth/AuthError.ts';
import type { OrganizationPort } from '../../auth/OrganizationPort.ts';
import type { AuthSession, SessionPort, SessionRequestOptions } from '../../auth/SessionPort.ts';
import { readCheck } from '../../protocol/lazyReader.ts';
import { escapePath, type Api } from './createApi.ts';
import { authOptionsAnswer } from './environmentAnswers.ts';
import { clientAnswer, sessionAnswer, tokenAnswer } from './sessionAnswers.ts';

export interface SessionOperations
  extends Required<SessionPort>, Required<Pick<OrganizationPort, 'setActiveOrganization'>> {
  readonly getToken: (template?: string) => Promise<string | null>;
}

/** Returns the newest session, and loads it if there is none yet. */
export async function knownSession(api: Api): Promise<AuthSession | null> {
  return api.session ?? loadSession(api);
}

async function loadSession(api: Api, options?: SessionRequestOptions): Promise<AuthSession | null> {
  try {
    api.session = await api.request(clientAnswer, 'GET', '/client', options);
  } catch (error) {
    if (!(error instanceof AuthError && error.status === 401)) throw error;
    api.session = null;
  }
  return api.session;
}

async function refreshSession(api: Api, options?: SessionRequestOptions): Promise<AuthSession | null> {
  if (api.session === null) return loadSession(api, options);
  try {
    const touched = await api.request(
      sessionAnswer,
      'POST',
      escapePath`/client/sessions/${api.session.id}/touch`,
      options,
    );
    return touched ?? (await loadSession(api, options));
  } catch (error) {
    if (error instanceof AuthError && error.code !== 'rate_limited') return loadSession(api, options);
    throw error;
  }
}

/** Reads, refreshes and ends the session, and switches its organization. */
export function sessionOperations(api: Api): SessionOperations {
  return {
    loadSession: (options) => loadSession(api, options),
    refreshSession: (options) => refreshSession(api, options),
    async signOut() {
      await api.execute('DELETE', '/client/sessions');
      api.session = null;
    },
    checkService: async (options) => readCheck(await api.send('GET', '/environment', options)),
    loadAuthOptions: () => api.request(authOptionsAnswer, 'GET', '/environment'),
    async setActiveOrganization({ id }) {
      const session = await knownSession(api);
      if (!session) throw new AuthError('signed_out');
      await api.execute('POST', escapePath`/client/sessions/${session.id}/touch`, {
        fields: { active_organization_id: id ?? '' },
      });
    },
    async getToken(template) {
      const session = await knownSession(api);
      if (!session) return null;
      const tokens = escapePath`/client/sessions/${session.id}/tokens`;
      const resource = template === undefined ? tokens : `${tokens}${escapePath`/${template}`}`;
      const { jwt } = await api.request(tokenAnswer, 'POST', resource);
      return jwt;
    },
  };
}
