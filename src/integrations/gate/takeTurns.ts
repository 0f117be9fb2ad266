import type { Platform } from '../../platform/platform.ts';

/** The longest wait of a page that the user returns to. A short look at it starts nothing. */
const RETURN_JITTER_MS = 5_000;

/** How long a tab waits for its turn. Longer than a page is open, and the longest timer of a browser. */
const WHILE_OPEN_MS = 2 ** 31 - 1;

/**
 * Calls `start` in one tab of the browser at a time, and only while the user looks at it. When the tab is hidden or
 * closed, the function that `start` returned is called, and it is the turn of another tab. Without Web Locks or a shared
 * storage, each tab has its turn.
 *
 * Returns a function that ends this.
 */
export function takeTurns(platform: Platform, name: string, start: () => () => void): () => void {
  let isStopped = false;
  let isQueued = false;
  /** Ends this tab's turn. */
  let endTurn: (() => void) | undefined;
  let cancelReturn = (): void => {};

  const isWanted = (): boolean => !isStopped && platform.isAttended();

  async function haveTurn(): Promise<void> {
    isQueued = false;
    if (!isWanted()) return;
    const stop = start();
    await new Promise<void>((resolve) => {
      endTurn = () => {
        endTurn = undefined;
        stop();
        resolve();
      };
    });
  }

  function queue(): void {
    isQueued = true;
    // Without a storage, the tabs share no state, so each of them needs its turn.
    void (platform.sharedStorage ? platform.runAlone(name, WHILE_OPEN_MS, haveTurn) : haveTurn());
  }

  function update(): void {
    cancelReturn();
    if (!isWanted()) endTurn?.();
    else if (!endTurn && !isQueued) {
      cancelReturn = platform.setTimer(queue, platform.random() * RETURN_JITTER_MS);
    }
  }

  const stopListening = platform.onAttentionChange(update);
  if (isWanted()) queue();
  return () => {
    isStopped = true;
    stopListening();
    update();
  };
}
