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
  /**
   * Calls back when the page is hidden, and before it goes: the last moment to store something. The returned function
   * unsubscribes.
   */
  readonly onPageHide: (listener: () => void) => () => void;
  /** Stores drafts for the length of a visit. `undefined` if there is no storage or the browser forbids it. */
  readonly draftStorage: TextStorage | undefined;
  /** Stores what the tabs of a browser share. `undefined` if there is no storage or the browser forbids it. */
  readonly sharedStorage: TextStorage | undefined;
  /** Calls back when another tab has written `key` to `sharedStorage`. The returned function unsubscribes. */
  readonly onSharedChange: (key: string, listener: () => void) => () => void;
  /** Opens a channel to the other tabs of the browser. `undefined` if the browser has no channels. */
  readonly openChannel: (name: string, onMessage: (message: unknown) => void) => TabChannel | undefined;
  /**
   * Runs a function while no other tab of the browser runs one under the same name, and waits at most `waitMs` for
   * that. After the wait, or without Web Locks, it runs all the same.
   */
  readonly runAlone: <Result>(name: string, waitMs: number, run: () => Promise<Result>) => Promise<Result>;
}

/** Messages between the tabs of a browser. */
export interface TabChannel {
  /** Sends a message to the other tabs, not to this one. */
  readonly post: (message: unknown) => void;
  readonly close: () => void;
}

export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
