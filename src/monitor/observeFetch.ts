import { readMember } from '../protocol/boundedReader.ts';
import { describeFetch, isRequest } from '../protocol/describeFetch.ts';
import { KitError } from '../protocol/KitError.ts';
import { readNotice } from '../protocol/lazyReader.ts';
import { observeExchange, withReadLimit, type Exchange, type RequestObserver } from './observeExchange.ts';

type Fetch = typeof globalThis.fetch;

/** The exchange whose `send` is running. A `fetch` that `send` calls may be observed too: it is the same request. */
let handedOn: Exchange | undefined;

/**
 * Returns a `fetch` whose responses an observer sees. It returns the untouched `Response`: nothing is cloned, parsed or
 * awaited unless the status is 503, and even then the caller doesn't wait.
 *
 * The returned function rejects with `KitError` MK405 if the environment has no `fetch`.
 */
export function observeFetch(observer: RequestObserver, getFetch: () => Fetch | undefined): Fetch {
  const observers = new Set([observer]);
  const fetch: Fetch = (...request) => {
    const send = getFetch();
    if (typeof send === 'function') return sendObserved(observers, send, globalThis, request);
    return Promise.reject(
      new KitError(
        'MK405',
        'There is no fetch in this environment, so nothing can be sent: load a polyfill before the first request.',
      ),
    );
  };
  // The same `length` as the native `fetch`: all arguments are passed on unchanged.
  return Object.defineProperty(fetch, 'length', { value: 1 });
}

/**
 * Calls `send` with the receiver and the arguments unchanged, and observes the request.
 *
 * The promise settles one microtask after the promise of `send`. Returning the original would be closer still, but
 * attaching a handler to a promise marks its rejection as handled, and failed requests would no longer reach
 * `unhandledrejection`. A request that is already aborted is not observed, so its promise is returned as is.
 */
export function sendObserved(
  observers: ReadonlySet<RequestObserver>,
  send: Fetch,
  receiver: unknown,
  request: Parameters<Fetch>,
): ReturnType<Fetch> {
  // The caller may change a URL object during the request.
  const target = request[0] instanceof URL ? request[0].href : request[0];
  const init = request[1];
  if (isAborted(target, init)) return Reflect.apply(send, receiver, request);

  const exchange = observeExchange(observers, () => describeFetch(target, init), handedOn);
  const before = handedOn;
  let sent: ReturnType<Fetch>;
  try {
    handedOn = exchange;
    sent = Reflect.apply(send, receiver, request);
  } catch (error) {
    exchange.settle();
    throw error;
  } finally {
    handedOn = before;
  }
  // A test double of `fetch` may return anything.
  if (typeof sent?.then !== 'function') {
    exchange.settle();
    return sent;
  }
  return sent.then(
    (response) => {
      exchange.settle(answerOf(response));
      return response;
    },
    (error: unknown) => {
      exchange.settle();
      throw error;
    },
  );
}

/** Returns `undefined` for a value that isn't like a `Response`: test doubles resolve to anything. */
function answerOf(response: Response | undefined): Parameters<Exchange['settle']>[0] {
  const status = readMember(response, 'status');
  if (!response || typeof status !== 'number') return undefined;
  return {
    status,
    source: response,
    readNotice: (platform) =>
      withReadLimit(platform, (signal) => readNotice(response, { nowMs: platform.now(), signal })),
  };
}

/** Returns whether the request is aborted before it is sent. Runs no code of the caller. */
function isAborted(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): boolean {
  try {
    const own = init ? Object.getOwnPropertyDescriptor(init, 'signal') : undefined;
    const signal: unknown = own ? own.value : isRequest(input) && input.signal;
    return signal instanceof AbortSignal && signal.aborted;
  } catch {
    return false;
  }
}
