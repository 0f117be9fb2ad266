import { describeFetch } from '../../protocol/describeFetch.ts';

type Fetch = typeof globalThis.fetch;

/** A response that the SDK receives. */
interface CapturedResponse {
  /** The object that the SDK and every observer of `fetch` receive. */
  readonly original: Response;
  /** An unread clone. */
  readonly copy: Response;
}

/** A request with its effective method. */
export interface EffectiveRequest {
  readonly method: string;
  /** The path from `/v1` on, without a trailing slash. */
  readonly path: string;
}

/** The result of an SDK call. */
interface CapturedCall {
  /** The newest matching response. Absent if there was none. */
  readonly answer?: CapturedResponse;
  /** The error that the call rejected with. */
  readonly error?: unknown;
}

/** Captures the API's responses while an SDK call runs. */
export type Intercept = (
  isWanted: (request: EffectiveRequest) => boolean,
  call: () => Promise<unknown>,
) => Promise<CapturedCall>;

interface Interceptor {
  readonly isWanted: (request: EffectiveRequest) => boolean;
  answer?: CapturedResponse;
}

/**
 * Creates a function that captures the responses of the API during an SDK call.
 *
 * The SDK's errors contain less than the responses: no code of a flat body, no `Retry-After`, no status of a foreign
 * page; and it accepts a foreign 200. So the kit reads the response itself, from the global `fetch` that the SDK uses.
 *
 * `fetch` is patched while at least one call runs, with one patch for all calls. The response is passed on untouched,
 * and the patch is removed after the last call. Other code may patch `fetch` at any time: a patch that is no longer the
 * outermost one stays in place and only forwards calls.
 */
export function createInterceptor(): Intercept {
  const interceptors = new Set<Interceptor>();
  let stop: (() => void) | undefined;

  function start(): () => void {
    const original = globalThis.fetch;
    const intercepted: Fetch = async (input, init) => {
      const response = await original.call(globalThis, input, init);
      if (interceptors.size > 0) capture(input, init, response);
      return response;
    };
    globalThis.fetch = intercepted;
    return () => {
      if (globalThis.fetch === intercepted) globalThis.fetch = original;
    };
  }

  function capture(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1], original: Response): void {
    const request = describe(input, init);
    for (const interceptor of interceptors) {
      // Cloned immediately: the caller reads it next.
      if (interceptor.isWanted(request) && !original.bodyUsed)
        interceptor.answer = { original, copy: original.clone() };
    }
  }

  return async (isWanted, call) => {
    const interceptor: Interceptor = { isWanted };
    interceptors.add(interceptor);
    stop ??= start();
    try {
      await call();
      return { ...(interceptor.answer && { answer: interceptor.answer }) };
    } catch (error) {
      return { ...(interceptor.answer && { answer: interceptor.answer }), error };
    } finally {
      interceptors.delete(interceptor);
      if (interceptors.size === 0) {
        stop?.();
        stop = undefined;
      }
    }
  };
}

/** Returns the effective method, and the path from `/v1` on. */
function describe(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): EffectiveRequest {
  const { method, url } = describeFetch(input, init);
  const { pathname, searchParams } = new URL(url, globalThis.location?.href);
  const sent = method.toUpperCase();
  return {
    method: sent === 'POST' ? (searchParams.get('_method') ?? sent) : sent,
    // The SDK adds a slash to some of its paths.
    path: /\/v1(\/.*?)\/?$/.exec(pathname)?.[1] ?? '',
  };
}
