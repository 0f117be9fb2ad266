import * as v from 'valibot';
import type { AuthAdapter, AuthSession, SignInResult } from '../auth/AuthAdapter.ts';
import { AuthError } from '../auth/AuthError.ts';
import { KitError } from '../protocol/KitError.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';
import { readServiceCheck } from '../protocol/serviceCheck.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import { clientAnswer, doneAnswer, sessionAnswer, stepAnswer, tokenAnswer } from './frontendApiBodies.ts';
import { readRefusal } from './frontendApiErrors.ts';
import { RequestFailedError } from './RequestFailedError.ts';

export interface FrontendApiAdapterOptions {
  /**
   * What stands before `/v1`: "https://api.example", or a path of the page's own origin such as "/__api".
   */
  readonly baseUrl: string;
  /** Default: the global `fetch`, looked up at each call, so that what replaces it later is used. */
  readonly fetch?: typeof globalThis.fetch;
}

/** The port, every operation of it, and the token that an application's own API asks for. */
export interface FrontendApiAdapter extends AuthAdapter {
  /** A fresh token of the session, `null` when nobody is signed in. Served during maintenance. */
  readonly getToken: (template?: string) => Promise<string | null>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

function sessionPath(id: string): string {
  return `/client/sessions/${encodeURIComponent(id)}`;
}

function splitName(name: string): { first_name: string; last_name: string } {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return { first_name: first, last_name: others.join(' ') };
}

/** Reads an answer that is expected to be what `schema` says. */
async function read<Output>(schema: v.GenericSchema<unknown, Output>, response: Response): Promise<Output> {
  const { status } = response;
  const notice = status === 503 && (await readMaintenanceNotice(response));
  if (notice) throw new SystemUnderMaintenanceError({ notice, cause: response });

  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const parsed = v.safeParse(schema, body);
    if (parsed.success) return parsed.output;
  } else if (status < 500) {
    const refusal = readRefusal(status, body);
    if (refusal) throw refusal;
  }
  throw new RequestFailedError({ status, cause: response });
}

/**
 * Speaks the Frontend API over `fetch`, with cookies: form-urlencoded bodies, `{response, client}` answers,
 * `PATCH` and `DELETE` as `POST …?_method=`.
 *
 * Nobody is signed out but by `GET /v1/client`: a client without an active session, or the API's own 401.
 * A refused `touch` only makes it ask there.
 *
 * @throws {KitError} MK301 when `baseUrl` is neither absolute nor a path.
 */
export function frontendApiAdapter({ baseUrl, fetch }: FrontendApiAdapterOptions): FrontendApiAdapter {
  if (!/^(https?:\/\/|\/(?!\/))/i.test(baseUrl)) {
    throw new KitError(
      'MK301',
      `frontendApiAdapter was given the baseUrl ${JSON.stringify(baseUrl)}, from which no request can be made: ` +
        'pass an absolute URL such as "https://api.example" or a path such as "/__api".',
    );
  }
  const root = baseUrl.replace(/\/+$/, '');
  /** The session that was seen last, for the requests that name it. */
  let sessionId: string | undefined;

  function remember(session: AuthSession | null): AuthSession | null {
    sessionId = session?.id;
    return session;
  }

  function send(method: Method, path: string, fields?: Record<string, string>): Promise<Response> {
    const query = new URLSearchParams();
    if (method === 'PATCH' || method === 'DELETE') query.set('_method', method);
    if (sessionId !== undefined && !path.startsWith('/client')) query.set('_clerk_session_id', sessionId);
    const search = query.toString();
    const url = `${root}/v1${path}${search && `?${search}`}`;
    const init: RequestInit =
      method === 'GET'
        ? { credentials: 'include', cache: 'no-store' }
        : { credentials: 'include', method: 'POST', ...(fields && { body: new URLSearchParams(fields) }) };
    return fetch ? fetch(url, init) : globalThis.fetch(url, init);
  }

  async function loadSession(): Promise<AuthSession | null> {
    try {
      return remember(await read(clientAnswer, await send('GET', '/client')));
    } catch (error) {
      if (error instanceof AuthError && error.status === 401) return remember(null);
      throw error;
    }
  }

  async function refreshSession(): Promise<AuthSession | null> {
    if (sessionId === undefined) return loadSession();
    try {
      const touched = await read(sessionAnswer, await send('POST', `${sessionPath(sessionId)}/touch`));
      return touched ?? loadSession();
    } catch (error) {
      if (error instanceof AuthError && error.code !== 'rate_limited') return loadSession();
      throw error;
    }
  }

  /** One step of a sign-in or a sign-up that is expected to be the last. */
  async function complete(path: string, fields: Record<string, string>): Promise<SignInResult> {
    const { response } = await read(stepAnswer, await send('POST', path, fields));
    if (response.status === 'complete') return { status: 'complete' };
    throw new AuthError('unexpected', { backendCode: response.status });
  }

  return {
    name: 'frontend-api',
    baseUrl: root || '/',
    loadSession,
    refreshSession,
    async signInWithPassword({ identifier, password }) {
      try {
        return await complete('/client/sign_ins', { identifier, password });
      } catch (error) {
        // Signed in already, in another tab for example: there is nothing left to do here.
        if (error instanceof AuthError && error.backendCode === 'session_exists')
          return { status: 'complete' };
        throw error;
      }
    },
    signUp: ({ name = '', email, password }) =>
      complete('/client/sign_ups', { email_address: email, password, ...splitName(name) }),
    async signOut() {
      await read(doneAnswer, await send('DELETE', '/client/sessions'));
      remember(null);
    },
    async updateUser({ name = '' }) {
      await read(doneAnswer, await send('PATCH', '/me', splitName(name)));
    },
    checkService: async () => readServiceCheck(await send('GET', '/environment')),
    async getToken(template) {
      const id = sessionId ?? (await loadSession())?.id;
      if (id === undefined) return null;
      const suffix = template === undefined ? '' : `/${encodeURIComponent(template)}`;
      const { jwt } = await read(tokenAnswer, await send('POST', `${sessionPath(id)}/tokens${suffix}`));
      return jwt;
    },
  };
}
