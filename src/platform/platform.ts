/** The environment on which the kit depends. Every member can be replaced, for example in tests. */
export interface Platform {
  /** Returns the wall-clock time, in milliseconds since the epoch. Only for times that the user or a server reads. */
  readonly now: () => number;
  /**
   * Returns the time of a clock that never goes back, in milliseconds, for the order of events and the length of waits.
   * It includes the time that the device sleeps. It begins at the epoch like `now()`, and doesn't follow when the user
   * sets the clock back.
   */
  readonly monotonicNow: () => number;
  /** Calls back once, `delayMs` from now. The returned function cancels the call. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  /** Returns a number from 0 up to, but not including, 1. */
  readonly random: () => number;
  /** The page's address; `undefined` on a server. */
  readonly href: string | undefined;
  /** Returns false while the page is hidden or the browser knows that it is offline. */
  readonly isAttended: () => boolean;
  /** Calls back when `isAttended()` may have changed. The returned function unsubscribes. */
  readonly onAttentionChange: (listener: () => void) => () => void;
  /** Stores drafts for the length of a visit. `undefined` if there is no storage or the browser forbids it. */
  readonly draftStorage: DraftStorage | undefined;
}

export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
