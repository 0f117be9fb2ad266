import { createMonotonicClock } from './monotonicClock.ts';
import type { TabChannel, Platform, TextStorage } from './platform.ts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

function storageIfAllowed(name: 'sessionStorage' | 'localStorage'): TextStorage | undefined {
  try {
    // Reading the property throws if the browser forbids storage. Node has the properties too, without a page.
    return typeof document === 'undefined' ? undefined : globalThis[name];
  } catch {
    return undefined;
  }
}

/** Listens to events of the page and its window. Returns the function that stops it. On a server, nothing happens. */
function listen(listener: (event: Event) => void, ...types: readonly string[]): () => void {
  const on = (change: 'addEventListener' | 'removeEventListener') => (): void => {
    if (typeof document === 'undefined') return;
    for (const type of types) {
      (type === 'visibilitychange' ? document : globalThis)[change](type, listener);
    }
  };
  on('addEventListener')();
  return on('removeEventListener');
}

function openChannel(name: string, onMessage: (message: unknown) => void): TabChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

async function runAlone<Result>(name: string, waitMs: number, run: () => Promise<Result>): Promise<Result> {
  // Absent in older browsers and on pages without TLS.
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  let started: Promise<Result> | undefined;
  const start = (): Promise<Result> => (started ??= run());
  try {
    await locks?.request(name, { signal: AbortSignal.timeout(waitMs) }, start);
  } catch {
    // The wait ended, the browser forbids locks, or `run` failed, which its promise says.
  }
  return start();
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
      return globalThis.location?.href;
    },
    isAttended: () =>
      page !== undefined && page.visibilityState !== 'hidden' && (globalThis.navigator?.onLine ?? true),
    onAttentionChange: (listener) => listen(listener, 'visibilitychange', 'online', 'offline'),
    // Some browsers leave a page without hiding it first.
    onPageHide: (listener) =>
      listen(
        ({ type }) => {
          if (type === 'pagehide' || page?.visibilityState === 'hidden') listener();
        },
        'visibilitychange',
        'pagehide',
      ),
    get draftStorage() {
      return storageIfAllowed('sessionStorage');
    },
    get sharedStorage() {
      return storageIfAllowed('localStorage');
    },
    onSharedChange: (changed, listener) =>
      listen((event) => {
        const { key, storageArea } = event as StorageEvent;
        if (key === changed && storageArea === storageIfAllowed('localStorage')) listener();
      }, 'storage'),
    openChannel: (name, onMessage) => (page ? openChannel(name, onMessage) : undefined),
    runAlone,
  };
}
