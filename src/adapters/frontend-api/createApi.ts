import type { AuthSession } from '../../auth/SessionPort.ts';
import { AuthError } from '../../auth/AuthError.ts';
import { emptyAnswer, type Answer } from './answer.ts';
import { readAnswer } from './readAnswer.ts';

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
export function createApi({ root, fetch }: ApiOptions): Api {
  const api: Api = {
    session: null,

    hasOwnFetch: fetch !== undefined,

    send(
      method,
      resource,
      { query, fields, body = fields && toParams(fields), sendBy = fetch, signal } = {},
    ) {
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
      return sendBy ? sendBy(url, init) : globalThis.fetch(url, init);
    },

    async request(answer, method, resource, content) {
      return readAnswer(answer, await api.send(method, resource, content));
    },

    async execute(method, resource, content) {
      await api.request(emptyAnswer, method, resource, content);
    },
  };
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
