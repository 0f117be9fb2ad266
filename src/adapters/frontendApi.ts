import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import { KitError } from '../protocol/KitError.ts';
import { lazyAccountOperations } from './frontend-api/lazyAccount.ts';
import { createApi } from './frontend-api/createApi.ts';
import { sessionOperations } from './frontend-api/session.ts';
import { signInOperations } from './frontend-api/signIn.ts';
import { signUpOperations } from './frontend-api/signUp.ts';

export interface FrontendApiAdapterOptions {
  /**
   * What stands before `/v1`: "https://api.example", or a path of the page's own origin such as "/__api".
   */
  readonly baseUrl: string;
  /**
   * Default: the global `fetch`, looked up at each call, so that what replaces it later is used. With a `fetch` of
   * one's own, uploads report no progress between their start and their end.
   */
  readonly fetch?: typeof globalThis.fetch;
}

/** The port, every operation of it but passkeys, and the token that an application's own API asks for. */
export interface FrontendApiAdapter extends AuthAdapter {
  /** A fresh token of the session, `null` when nobody is signed in. Served during maintenance. */
  readonly getToken: (template?: string) => Promise<string | null>;
}

/**
 * Speaks the Frontend API over `fetch`, with cookies: form-urlencoded bodies, `{response, client}` answers,
 * `PATCH`, `PUT` and `DELETE` as `POST …?_method=`.
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
  const api = createApi({ root, fetch });
  const { transferSignUp, ...signUp } = signUpOperations(api);
  return {
    name: 'frontend-api',
    baseUrl: root || '/',
    ...sessionOperations(api),
    ...signInOperations(api, { transferSignUp }),
    ...signUp,
    ...lazyAccountOperations(api),
  };
}
