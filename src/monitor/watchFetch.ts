import { createSharedWrapper } from '../platform/createSharedWrapper.ts';
import type { RequestObserver } from './observeExchange.ts';
import { sendObserved } from './observeFetch.ts';
import { warnOfLock } from './warnOfLock.ts';

const addObserver = /* @__PURE__ */ createSharedWrapper<RequestObserver>(['fetch'], (observers) => [
  (send, receiver, request) =>
    sendObserved(
      observers,
      send as typeof globalThis.fetch,
      receiver,
      request as Parameters<typeof globalThis.fetch>,
    ),
]);

/**
 * Observes every call of `globalThis.fetch`, for clients without an option for a custom `fetch`. Returns the function
 * that stops it.
 *
 * Other code may replace `fetch` before and after this call. All observers share one wrapper, so they stop in any
 * order: the last one restores the original if the wrapper is still the outermost one, and leaves it inactive
 * otherwise. A response counts once, even with several observers.
 *
 * Does nothing without a `fetch`. If `fetch` cannot be replaced, warns once with MK406 and observes nothing.
 */
export function watchFetch({ observe, platform }: RequestObserver): () => void {
  if (typeof globalThis.fetch !== 'function') return () => {};
  // A new object for each call: two observers of one monitor stop separately.
  return addObserver(globalThis, { observe, platform }) ?? warnOfLock(globalThis.fetch, 'globalThis.fetch');
}
