import { observeFetch, type RequestObserver } from './observeFetch.ts';

/**
 * Observes every call of `globalThis.fetch`, for clients that offer no option for a `fetch` of their own. Returns
 * the function that stops it.
 *
 * Other code may have patched `fetch` before, and may patch it afterwards: stopping takes the observer out where
 * it is outermost and silences it where it is not. One response counts once, however many observers see it.
 * Where there is no `fetch` it does nothing.
 */
export function watchFetch({ observe, platform }: RequestObserver): () => void {
  const original = globalThis.fetch;
  if (typeof original !== 'function') return () => {};
  let isWatching = true;
  const watched = observeFetch(
    {
      platform,
      observe(describe) {
        const settle = isWatching ? observe(describe) : undefined;
        return (answer) => {
          if (isWatching) settle?.(answer);
        };
      },
    },
    () => original,
  );
  globalThis.fetch = watched;
  return () => {
    isWatching = false;
    if (globalThis.fetch === watched) globalThis.fetch = original;
  };
}
