import { KitError } from '../protocol/KitError.ts';

const warned = /* @__PURE__ */ new WeakSet<object>();

/**
 * Warns with MK406, once for each `locked` object, that `name` cannot be observed. Returns a function that stops
 * nothing.
 */
export function warnOfLock(locked: object, name: string): () => void {
  if (!warned.has(locked)) {
    console.warn(
      new KitError(
        'MK406',
        `${name} cannot be replaced on this page, so the requests that go through it are not observed: give your clients the fetch of a monitor, or report their errors with monitor.report.`,
      ),
    );
  }
  warned.add(locked);
  return () => {};
}
