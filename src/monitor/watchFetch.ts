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
 * Observes every call of `globalThis.fetch`, for clients that have no option for a `fetch` of their own. Returns the
 * function that stops it.
 *
 * Other code may have replaced `fetch` before, and may replace it afterwards. All observers share one wrapper, so they
 * stop in any order: the last one puts back what was there if the wrapper is still the outermost one, and leaves it
 * silent otherwise. One response counts once, however many observers see it.
 *
 * Does nothing where there is no `fetch`. Warns once with MK406, and observes nothing, where `fetch` cannot be
 * replaced.
 */
export function watchFetch({ observe, platform }: RequestObserver): () => void {
  if (typeof globalThis.fetch !== 'function') return () => {};
  // An object of its own: two observers of one monitor stop one by one.
  const stop = addObserver(globalThis, { observe, platform });
  if (!stop) warnOfLock(globalThis.fetch, 'globalThis.fetch');
  return stop ?? (() => {});
}
