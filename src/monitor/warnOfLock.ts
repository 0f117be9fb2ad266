import { KitError } from '../protocol/KitError.ts';

const warned = /* @__PURE__ */ new WeakSet<object>();

/** Warns with MK406 that something cannot be observed, once for each `locked` object. */
export function warnOfLock(locked: object, name: string): void {
  if (warned.has(locked)) return;
  warned.add(locked);
  console.warn(
    new KitError(
      'MK406',
      `${name} cannot be replaced on this page, so the requests that go through it are not observed: give your clients the fetch of a monitor, or report their errors with monitor.report.`,
    ),
  );
}
