import { createMonotonicClock } from './monotonicClock.ts';
import type { DraftStorage, Platform } from './platform.ts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

function sessionStorageIfAllowed(): DraftStorage | undefined {
  try {
    // Reading the property throws if the browser forbids storage.
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

/** Returns the platform of this browser. On a server it has no address and no storage, and is never attended. */
export function browserPlatform(): Platform {
  const page = typeof document === 'undefined' ? undefined : document;
  return {
    now: () => Date.now(),
    monotonicNow: createMonotonicClock(),
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, Math.min(delayMs, LONGEST_TIMER_MS));
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    get href() {
      return typeof location === 'undefined' ? undefined : location.href;
    },
    isAttended: () =>
      page !== undefined && page.visibilityState !== 'hidden' && (globalThis.navigator?.onLine ?? true),
    onAttentionChange(listener) {
      if (page === undefined) return () => {};
      page.addEventListener('visibilitychange', listener);
      globalThis.addEventListener('online', listener);
      globalThis.addEventListener('offline', listener);
      return () => {
        page.removeEventListener('visibilitychange', listener);
        globalThis.removeEventListener('online', listener);
        globalThis.removeEventListener('offline', listener);
      };
    },
    get draftStorage() {
      return sessionStorageIfAllowed();
    },
  };
}
