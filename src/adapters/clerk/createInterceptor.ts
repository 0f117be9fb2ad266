import { describeFetch } from '../../protocol/describeFetch.ts';

type Fetch = typeof globalThis.fetch;

/** An answer on its way to the SDK. */
interface HeardAnswer {
  /** As the SDK is given it, and as every observer of `fetch` sees it. */
  readonly original: Response;
  /** Unread. */
  readonly copy: Response;
}

/** A request, as it was meant. */
export interface EffectiveRequest {
  readonly method: string;
  /** From `/v1` on, without a slash at its end. */
  readonly path: string;
}

/** What came of a call. */
interface HeardCall {
  /** The newest answer that was wanted; left out where there was none. */
  readonly answer?: HeardAnswer;
  /** What the call itself was rejected with. */
  readonly error?: unknown;
}

/** Hears what the API answers while a call of the SDK runs. */
export type Listener = (
  isWanted: (request: EffectiveRequest) => boolean,
  call: () => Promise<unknown>,
) => Promise<HeardCall>;

interface Interceptor {
  readonly isWanted: (request: EffectiveRequest) => boolean;
  answer?: HeardAnswer;
}

/**
 * The SDK tells less than the API: of a flat body the error keeps no code, of a rejection no `Retry-After`, of a
 * foreign page no status, and a foreign 200 is taken for an answer. So what counts is the response itself, heard at the
 * global `fetch`, which the SDK sends by.
 *
 * `fetch` is patched while a call runs, and by one patch however many run: the response is handed on untouched, and
 * the patch is taken out with the last call. Other code may patch before, meanwhile and afterwards: where this is not
 * outermost by then, it stays as one that only passes on.
 */
export function createInterceptor(): Listener {
  const interceptors = new Set<Interceptor>();
  let stop: (() => void) | undefined;

  function start(): () => void {
    const original = globalThis.fetch;
    const listening: Fetch = async (input, init) => {
      const response = await original.call(globalThis, input, init);
      if (interceptors.size > 0) capture(input, init, response);
      return response;
    };
    globalThis.fetch = listening;
    return () => {
      if (globalThis.fetch === listening) globalThis.fetch = original;
    };
  }

  function capture(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1], original: Response): void {
    const request = describe(input, init);
    for (const interceptor of interceptors) {
      // Cloned at once: the caller reads next.
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

/** The method that was meant, and the path from `/v1` on. */
function describe(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): EffectiveRequest {
  const { method, url } = describeFetch(input, init);
  const { pathname, searchParams } = new URL(url, globalThis.location?.href);
  const sent = method.toUpperCase();
  return {
    method: sent === 'POST' ? (searchParams.get('_method') ?? sent) : sent,
    // The SDK ends some of its paths with a slash.
    path: /\/v1(\/.*?)\/?$/.exec(pathname)?.[1] ?? '',
  };
}
