import type { AuthSession } from '../../auth/SessionPort.ts';
import { AuthError } from '../../auth/AuthError.ts';
import { createLoader } from '../../protocol/createLoader.ts';
import type { Answer } from './answer.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Parameters of a request. `undefined` is not sent; a list is sent once for each entry. */
export type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface Content {
  readonly query?: Fields;
  readonly fields?: Fields;
  /** Replaces `fields`. */
  readonly body?: FormData;
  /** Sends the request. Default: `fetch`. */
  readonly sendBy?: typeof globalThis.fetch;
  readonly signal?: AbortSignal | undefined;
}

/** The requests of the Frontend API. */
export interface Api {
  /** The newest session, for requests that name it. */
  session: AuthSession | null;
  readonly send: (method: Method, path: string, content?: Content) => Promise<Response>;
  /** Whether the application passed its own `fetch`. */
  readonly hasOwnFetch: boolean;
  /** Sends a request and reads its answer with the schema `answer`. */
  readonly request: <Output>(
    answer: Answer<Output>,
    method: Method,
    path: string,
    content?: Content,
  ) => Promise<Output>;
  /** Sends a request without data in its answer. */
  readonly execute: (method: Method, path: string, content?: Content) => Promise<void>;
}

/** The API with its own requests. */
export interface OwnApi extends Api {
  /** A copy of the newest environment, which has the state of the service. */
  environment?: { readonly sentAt: number; readonly copy: Promise<Response> };
  /**
   * Sends a GET request before the code of `run` is loaded. The first request of `run` for that path takes the response.
   */
  readonly sendAhead: <Output>(
    path: string,
    run: () => Promise<Output>,
    options?: Pick<Content, 'signal'>,
  ) => Promise<Output>;
}

export interface ApiOptions {
  /** The URL before `/v1`, without a trailing slash. */
  readonly root: string;
  readonly fetch: typeof globalThis.fetch | undefined;
}

/** Returns a path whose parameters are escaped. */
export function escapePath(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  return String.raw({ raw: parts }, ...ids.map(encodeURIComponent));
}

/** Wraps `fetch` for the Frontend API: forms, tunneled methods, session ids, validated bodies. */
export function createApi({ root, fetch }: ApiOptions): OwnApi {
  const reader = createLoader(() => import('./readAnswer.ts'));
  const sentAhead = new Set<{ readonly path: string; readonly response: Promise<Response> }>();

  const send: Api['send'] = (
    method,
    resource,
    { query, fields, body = fields && toParams(fields), sendBy = fetch, signal } = {},
  ) => {
    const search = toParams({
      // Other methods would cost a preflight.
      _method: method === 'GET' || method === 'POST' ? undefined : method,
      _clerk_session_id: resource.startsWith('/client') ? undefined : api.session?.id,
      ...query,
    }).toString();
    const url = `${root}/v1${resource}${search && `?${search}`}`;
    const init: RequestInit =
      method === 'GET'
        ? { credentials: 'include', cache: 'no-store', ...(signal && { signal }) }
        : { credentials: 'include', method: 'POST', ...(body && { body }), ...(signal && { signal }) };
    const sent = sendBy ? sendBy(url, init) : globalThis.fetch(url, init);
    if (resource === '/environment') {
      const copy = sent.then((response) => response.clone());
      // The request itself reports the error.
      copy.catch(() => {});
      api.environment = { sentAt: Date.now(), copy };
    }
    return sent;
  };

  /** Takes the response to a GET request that was sent ahead for a path, if there is one. */
  function taken(method: Method, path: string): Promise<Response> | undefined {
    const sent = [...sentAhead].find((each) => method === 'GET' && each.path === path);
    if (sent) sentAhead.delete(sent);
    return sent?.response;
  }

  const api: OwnApi = {
    session: null,

    hasOwnFetch: fetch !== undefined,

    send,

    async sendAhead(path, run, options) {
      const sent = { path, response: send('GET', path, options) };
      // The request that takes it reports the error.
      sent.response.catch(() => {});
      sentAhead.add(sent);
      try {
        return await run();
      } finally {
        // The code didn't load. A later request must not take an old response.
        sentAhead.delete(sent);
      }
    },

    async request(answer, method, resource, content) {
      const sent = taken(method, resource) ?? send(method, resource, content);
      const { readAnswer } = reader.known() ?? (await loadReader(sent));
      return readAnswer(answer, await sent);
    },

    async execute(method, resource, content) {
      const sent = send(method, resource, content);
      const { readEmptyAnswer } = reader.known() ?? (await loadReader(sent));
      await readEmptyAnswer(await sent);
    },
  };

  async function loadReader(sent: Promise<Response>): ReturnType<typeof reader.load> {
    const [loaded] = await Promise.all([reader.load(), sent]);
    return loaded;
  }
  return api;
}

function toParams(fields: Fields): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    for (const entry of Array.isArray(value) ? value : [value]) params.append(name, String(entry));
  }
  return params;
}

/** Runs a request and maps its errors, where the general table is not specific enough. */
export async function withErrorMapping<Output>(
  mapError: (error: AuthError) => AuthError | undefined,
  run: () => Promise<Output>,
): Promise<Output> {
  try {
    return await run();
  } catch (error) {
    throw (error instanceof AuthError ? mapError(error) : undefined) ?? error;
  }
}
