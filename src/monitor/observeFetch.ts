import { readMember } from '../protocol/boundedReader.ts';
import { describeFetch, isRequest } from '../protocol/describeFetch.ts';
import { KitError } from '../protocol/KitError.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';
import { observeExchange, withReadLimit, type Exchange, type RequestObserver } from './observeExchange.ts';

type Fetch = typeof globalThis.fetch;

/** The exchange whose `send` runs in this moment: what it calls may be observed too, and is the same request. */
let handedOn: Exchange | undefined;

/**
 * A `fetch` whose responses an observer sees. The `Response` is handed on untouched: nothing is cloned, parsed or
 * awaited unless the status is 503, and then only beside the caller, who does not wait for it.
 *
 * The returned function rejects with `KitError` MK405 where the environment has no `fetch`.
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
  // As many as the native one asks for: all arguments are passed on as they came.
  return Object.defineProperty(fetch, 'length', { value: 1, configurable: true });
}

/**
 * Sends as `send` does, with the receiver and the arguments as they came.
 *
 * The promise settles one microtask after the one of `send`. Handing back that one would be closer still, but whoever
 * attaches a handler to a promise marks its rejection as handled: failed requests would no longer reach
 * `unhandledrejection`. Where the request is already aborted there is nothing to observe, so its promise is handed
 * back.
 */
export function sendObserved(
  observers: ReadonlySet<RequestObserver>,
  send: Fetch,
  receiver: unknown,
  request: Parameters<Fetch>,
): ReturnType<Fetch> {
  // A URL object can be changed while the request is under way.
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
  // What tests put in the place of `fetch` may return anything.
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

/** `undefined` for what is not like a `Response`: tests resolve with anything. */
function answerOf(response: Response | undefined): Parameters<Exchange['settle']>[0] {
  const status = readMember(response, 'status');
  if (!response || typeof status !== 'number') return undefined;
  return {
    status,
    source: response,
    readNotice: (platform) =>
      withReadLimit(platform, (signal) => readMaintenanceNotice(response, { nowMs: platform.now(), signal })),
  };
}

/** Whether the request is aborted before it is sent. Runs no code of the caller. */
function isAborted(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): boolean {
  try {
    const own = init ? Object.getOwnPropertyDescriptor(init, 'signal') : undefined;
    const signal: unknown = own ? own.value : isRequest(input) && input.signal;
    return signal instanceof AbortSignal && signal.aborted;
  } catch {
    return false;
  }
}
