import type { DraftStorage, Platform } from '../../src/platform/platform.ts';

export interface FakePlatformOptions {
  /** Where the clock starts, in milliseconds since the epoch. Default: 1 January 2026, noon UTC. */
  readonly now?: number;
  /** What `random()` answers until `setRandom` says otherwise. Default: 0.5. */
  readonly random?: number;
  /** Default: "https://app.example/". */
  readonly href?: string;
}

/** A world that stands still until a test moves it. */
export interface FakePlatform extends Platform {
  href: string | undefined;
  draftStorage: DraftStorage | undefined;
  /**
   * Moves the clock on by `delayMs`. Every timer that falls due runs at its own time, the earliest first, and
   * what it set off is carried out before the next one. `advance(0)` runs what is due now and lets promises
   * settle. One call at a time.
   */
  advance(delayMs: number): Promise<void>;
  /** One number for good, or a function that is asked each time. */
  setRandom(random: number | (() => number)): void;
  /** Sets the clock on the wall forward or back. Time goes on: no timer moves. */
  shiftClock(byMs: number): void;
  setAttended(attended: boolean): void;
  /** When the timers that are set fall due, in order: `[]` shows that everything was let go. */
  readonly timersDueAt: readonly number[];
  /** How many listeners wait for `onAttentionChange`. */
  readonly attentionListeners: number;
}

/** Lets every promise that can settle without the outside world settle. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      // Twice around the event loop: what a renderer has scheduled for after its commit comes before this.
      setTimeout(() => setTimeout(resolve, 0), 0);
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

export function createDraftStorage(): DraftStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
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
  // In the order in which they were set; of two that fall due together the first one set runs first.
  const timers = new Set<{ readonly dueAt: number; readonly callback: () => void }>();
  const attentionListeners = new Set<{ readonly notify: () => void }>();

  const timersInOrder = () => [...timers].toSorted((a, b) => a.dueAt - b.dueAt);

  /** Returns the first timer that is due, once everything before it has settled. */
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
    draftStorage: createDraftStorage(),
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
    get timersDueAt() {
      return timersInOrder().map(({ dueAt }) => dueAt);
    },
    get attentionListeners() {
      return attentionListeners.size;
    },
  };
}
