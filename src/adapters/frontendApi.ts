import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import { KitError } from '../protocol/KitError.ts';
import { lazyAccountOperations } from './frontend-api/lazyAccount.ts';
import { createApi } from './frontend-api/createApi.ts';
import { lazyVisitorOperations } from './frontend-api/lazyVisitor.ts';

export interface FrontendApiAdapterOptions {
  /** The URL before `/v1`: "https://api.example", or a path of the page's own origin such as "/__api". */
  readonly baseUrl: string;
  /**
   * Default: the global `fetch`, read at each call, so that a later replacement is used. With your own `fetch`, uploads
   * report no progress between their start and their end.
   */
  readonly fetch?: typeof globalThis.fetch;
}

/** The port with every operation but passkeys, and a token for the application's own API. */
export interface FrontendApiAdapter extends AuthAdapter {
  /** Loads a fresh token of the session, or `null` if the user is signed out. Served during maintenance. */
  readonly getToken: (template?: string) => Promise<string | null>;
}

/**
 * Creates an adapter for the Frontend API. It uses `fetch` with cookies: form-urlencoded bodies, `{response, client}`
 * answers, and `PATCH`, `PUT` and `DELETE` as `POST …?_method=`.
 *
 * Only `GET /v1/client` signs the user out: a client without an active session, or the API's own 401. A rejected
 * `touch` only makes the adapter send that request.
 *
 * @throws {KitError} MK301 if `baseUrl` is neither absolute nor a path.
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
  return {
    name: 'frontend-api',
    baseUrl: root || '/',
    supportsAdditionalFields: true,
    ...lazyVisitorOperations(api),
    ...lazyAccountOperations(api),
  };
}
