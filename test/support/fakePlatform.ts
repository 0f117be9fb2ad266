import type { TextStorage, Platform } from '../../src/platform/platform.ts';

export interface FakePlatformOptions {
  /** The start of the clock, in milliseconds since the epoch. Default: 1 January 2026, noon UTC. */
  readonly now?: number;
  /** The result of `random()` until `setRandom` changes it. Default: 0.5. */
  readonly random?: number;
  /** Default: "https://app.example/". */
  readonly href?: string;
}

/** A platform whose clock stands still until a test moves it. */
export interface FakePlatform extends Platform {
  href: string | undefined;
  draftStorage: TextStorage | undefined;
  /** Default: none. `createBrowser` gives several platforms one. */
  sharedStorage: TextStorage | undefined;
  /**
   * Moves the clock on by `delayMs`. Every due timer runs at its own time, the earliest first, and its effects settle
   * before the next one runs. `advance(0)` runs the timers that are due now and lets promises settle. One call at a
   * time.
   */
  advance(delayMs: number): Promise<void>;
  /** Sets a fixed number, or a function that returns the next one. */
  setRandom(random: number | (() => number)): void;
  /** Sets the wall clock forward or back. No timer moves. */
  shiftClock(byMs: number): void;
  setAttended(attended: boolean): void;
  /** Hides the page, as a switch to another tab and a navigation do. */
  hidePage(): void;
  /** The due times of the timers, in order. `[]` shows that all of them were cleared. */
  readonly timersDueAt: readonly number[];
  /** The number of listeners of `onAttentionChange`. */
  readonly attentionListeners: number;
}

/** Waits until every promise has settled that depends on no external event. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      // Two rounds of the event loop: a renderer's work after its commit runs before this.
      setTimeout(() => setTimeout(resolve, 0), 0);
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

export function createTextStorage(): TextStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

interface Tab {
  readonly sharedListeners: Map<string, Set<() => void>>;
  readonly channels: Set<{ readonly name: string; readonly onMessage: (message: unknown) => void }>;
}

/** A browser whose tabs share a clock, a storage, locks and channels. */
export interface FakeBrowser {
  readonly openTab: () => FakePlatform;
  /** Moves the clock of every tab on. */
  readonly advance: FakePlatform['advance'];
}

/** Creates a browser. Events reach the other tabs after the writing code has run, as in a real one. */
export function createFakeBrowser(): FakeBrowser {
  const clock = createFakePlatform();
  const { now, monotonicNow, setTimer } = clock;
  const advance = (delayMs: number): Promise<void> => clock.advance(delayMs);
  const items = createTextStorage();
  const tabs = new Set<Tab>();
  const locks = new Map<string, Promise<unknown>>();

  function openTab(): FakePlatform {
    const tab: Tab = { sharedListeners: new Map(), channels: new Set() };
    tabs.add(tab);
    const others = (): Tab[] => [...tabs].filter((other) => other !== tab);
    const write = (key: string, value: string | undefined): void => {
      if (value === undefined) items.removeItem(key);
      else items.setItem(key, value);
      for (const { sharedListeners } of others()) {
        for (const listener of sharedListeners.get(key) ?? []) queueMicrotask(listener);
      }
    };
    return Object.assign(createFakePlatform(), {
      now,
      monotonicNow,
      setTimer,
      advance,
      sharedStorage: {
        getItem: (key) => items.getItem(key),
        setItem: (key, value) => write(key, value),
        removeItem: (key) => write(key, undefined),
      },
      onSharedChange(key, listener) {
        const listeners = tab.sharedListeners.get(key) ?? new Set();
        tab.sharedListeners.set(key, listeners.add(listener));
        return () => void listeners.delete(listener);
      },
      openChannel(name, onMessage) {
        const channel = { name, onMessage };
        tab.channels.add(channel);
        return {
          post(message) {
            for (const { channels } of others()) {
              for (const other of channels) {
                if (other.name === name) queueMicrotask(() => other.onMessage(structuredClone(message)));
              }
            }
          },
          close: () => void tab.channels.delete(channel),
        };
      },
      async runAlone(name, waitMs, run) {
        const before = locks.get(name) ?? Promise.resolve();
        const patience = new Promise<void>((resolve) => void setTimer(resolve, waitMs));
        const running = Promise.race([before, patience]).then(run);
        locks.set(name, Promise.allSettled([before, running]));
        return await running;
      },
    } satisfies Partial<FakePlatform>);
  }

  return { openTab, advance };
}

export function createFakePlatform({
  now: start = Date.UTC(2026, 0, 1, 12),
  random: firstRandom = 0.5,
  href = 'https://app.example/',
}: FakePlatformOptions = {}): FakePlatform {
  let now = start;
  let clockShift = 0;
  let random = () => firstRandom;
  let attended = true;
  // In the order in which they were set: of two timers with one due time the first one runs first.
  const timers = new Set<{ readonly dueAt: number; readonly callback: () => void }>();
  const attentionListeners = new Set<{ readonly notify: () => void }>();
  const hideListeners = new Set<{ readonly notify: () => void }>();

  const timersInOrder = () => [...timers].toSorted((a, b) => a.dueAt - b.dueAt);

  /** Returns the first due timer after everything before it has settled. */
  async function nextTimer(end: number) {
    await settle();
    const [first] = timersInOrder();
    return first !== undefined && first.dueAt <= end ? first : undefined;
  }

  async function runTimersUntil(end: number): Promise<void> {
    for (let due = await nextTimer(end); due !== undefined; due = await nextTimer(end)) {
      now = due.dueAt;
      timers.delete(due);
      due.callback();
    }
  }

  return {
    href,
    draftStorage: createTextStorage(),
    sharedStorage: undefined,
    onSharedChange: () => () => {},
    openChannel: () => undefined,
    runAlone: (_name, _waitMs, run) => run(),
    now: () => now + clockShift,
    monotonicNow: () => now,
    random: () => random(),
    setTimer(callback, delayMs) {
      const timer = { dueAt: now + Math.max(0, delayMs), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    isAttended: () => attended,
    onAttentionChange(listener) {
      const entry = { notify: listener };
      attentionListeners.add(entry);
      return () => void attentionListeners.delete(entry);
    },
    onPageHide(listener) {
      const entry = { notify: listener };
      hideListeners.add(entry);
      return () => void hideListeners.delete(entry);
    },

    async advance(delayMs) {
      const end = now + delayMs;
      await runTimersUntil(end);
      now = end;
    },
    setRandom(next) {
      random = typeof next === 'number' ? () => next : next;
    },
    shiftClock(byMs) {
      clockShift += byMs;
    },
    setAttended(next) {
      if (next === attended) return;
      attended = next;
      for (const { notify } of attentionListeners) notify();
    },
    hidePage() {
      for (const { notify } of hideListeners) notify();
    },
    get timersDueAt() {
      return timersInOrder().map(({ dueAt }) => dueAt);
    },
    get attentionListeners() {
      return attentionListeners.size;
    },
  };
}
