/** The few things that the kit asks of the world around it. Every one can be replaced, in tests above all. */
export interface Platform {
  /** The clock on the wall, in milliseconds since the epoch. Only for times that the user or a server reads. */
  readonly now: () => number;
  /**
   * A clock that never goes back, in milliseconds, for the order of events and the length of waits. It also counts
   * the time while the device sleeps. It begins at the epoch like `now()`, and stays where it is when the user sets
   * the clock back.
   */
  readonly monotonicNow: () => number;
  /** Calls back once, `delayMs` from now; the returned function calls it off. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
  /** The page's address; `undefined` on a server. */
  readonly href: string | undefined;
  /** False while the page is hidden or the browser knows that it is offline. */
  readonly isAttended: () => boolean;
  /** Calls back when `isAttended()` may have changed; the returned function stops that. */
  readonly onAttentionChange: (listener: () => void) => () => void;
  /** Where drafts are kept for the length of a visit; `undefined` where there is none or it is forbidden. */
  readonly draftStorage: DraftStorage | undefined;
}

export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
