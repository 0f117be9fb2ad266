import { createSharedWrapper } from '../../platform/createSharedWrapper.ts';
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

interface Interceptor {
  readonly isWanted: (request: EffectiveRequest) => boolean;
  answer?: CapturedResponse;
}

const addInterceptor = /* @__PURE__ */ createSharedWrapper<Interceptor>(['fetch'], (interceptors) => [
  (send, receiver, input) => {
    const [target, init] = input as Parameters<Fetch>;
    // A URL object can be changed while the request is pending.
    const request = describe(target, init);
    const sending = Reflect.apply(send, receiver, input) as ReturnType<Fetch>;
    if (!request || ![...interceptors].some(({ isWanted }) => isWanted(request))) return sending;
    // Not the promise of `fetch` itself: a handler would mark its rejection as handled.
    return sending.then((response) => {
      capture(interceptors, request, response);
      return response;
    });
  },
]);

function capture(
  interceptors: ReadonlySet<Interceptor>,
  request: EffectiveRequest,
  original: Response,
): void {
  for (const interceptor of interceptors) {
    // Cloned immediately, because the caller reads next.
    if (interceptor.isWanted(request) && !original.bodyUsed)
      interceptor.answer = { original, copy: original.clone() };
  }
}

/**
 * Captures the responses of the API during an SDK call.
 *
 * The SDK's errors contain less than the responses: no code of a flat body, no `Retry-After`, no status of a foreign
 * page; and it accepts a foreign 200. So the kit reads the response itself, from the global `fetch` that the SDK uses.
 *
 * All calls share one wrapper of `fetch`, which exists while at least one of them runs. Other requests pass through it
 * untouched.
 */
export async function intercept(
  isWanted: (request: EffectiveRequest) => boolean,
  call: () => Promise<unknown>,
): Promise<CapturedCall> {
  const interceptor: Interceptor = { isWanted };
  const stop = addInterceptor(globalThis, interceptor);
  try {
    await call();
    return { ...(interceptor.answer && { answer: interceptor.answer }) };
  } catch (error) {
    return { ...(interceptor.answer && { answer: interceptor.answer }), error };
  } finally {
    stop?.();
  }
}

/** Returns the effective method and the path from `/v1` on, `undefined` for arguments that `fetch` rejects. */
function describe(...[input, init]: Parameters<Fetch>): EffectiveRequest | undefined {
  try {
    const { method, url } = describeFetch(input, init);
    const { pathname, searchParams } = new URL(url, globalThis.location?.href);
    const sent = method.toUpperCase();
    return {
      method: sent === 'POST' ? (searchParams.get('_method') ?? sent) : sent,
      // The SDK ends some of its paths with a slash.
      path: /\/v1(\/.*?)\/?$/.exec(pathname)?.[1] ?? '',
    };
  } catch {
    return undefined;
  }
}
