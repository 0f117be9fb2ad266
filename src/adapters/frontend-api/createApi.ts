import type { AuthSession } from '../../auth/SessionPort.ts';
import { AuthError } from '../../auth/AuthError.ts';
import { doneAnswer, type Answer } from './answer.ts';
import { readAnswer } from './readAnswer.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What is left out is not sent; what is a list is sent once for each entry. */
export type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface Content {
  readonly query?: Fields;
  readonly fields?: Fields;
  /** In place of fields. */
  readonly body?: FormData;
  /** How it is sent. Default: by `fetch`. */
  readonly sendBy?: typeof globalThis.fetch;
  readonly signal?: AbortSignal | undefined;
}

/** The wire of the Frontend API. */
export interface Api {
  /** The session that was seen last, for the requests that name it. */
  session: AuthSession | null;
  readonly send: (method: Method, path: string, content?: Content) => Promise<Response>;
  /** Whether the application brought a `fetch` of its own. */
  readonly hasOwnFetch: boolean;
  /** Sends, and reads an answer that is expected to be what `answer` says. */
  readonly request: <Output>(
    answer: Answer<Output>,
    method: Method,
    path: string,
    content?: Content,
  ) => Promise<Output>;
  /** Sends what only has to be done. */
  readonly done: (method: Method, path: string, content?: Content) => Promise<void>;
}

export interface ApiOptions {
  /** What stands before `/v1`, without a slash at its end. */
  readonly root: string;
  readonly fetch: typeof globalThis.fetch | undefined;
}

/** A path with what varies in it escaped. */
export function path(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  return String.raw({ raw: parts }, ...ids.map(encodeURIComponent));
}

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
        // Methods beyond these two would cost a preflight.
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

    async done(method, resource, content) {
      await api.request(doneAnswer, method, resource, content);
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

/** Runs a request whose refusals are told in other words, where those of the table are too general. */
export async function withErrorMapping<Output>(
  inOtherWords: (error: AuthError) => AuthError | undefined,
  run: () => Promise<Output>,
): Promise<Output> {
  try {
    return await run();
  } catch (error) {
    throw (error instanceof AuthError ? inOtherWords(error) : undefined) ?? error;
  }
}
