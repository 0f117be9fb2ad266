import { KitError } from '../protocol/KitError.ts';

/** Calls back once, `delayMs` from now; the returned function cancels the call. */
export type GateTimer = (callback: () => void, delayMs: number) => () => void;

export interface ActiveFlagOptions {
  readonly isActive: boolean | (() => boolean | Promise<boolean>);
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly setTimer: GateTimer;
  readonly report: (error: unknown) => void;
}

/**
 * Returns a function that reads the flag and resolves within `timeoutMs`. A flag that cannot be read keeps its last
 * known value, which is `false` at first: a failing flag store neither takes down a working service nor opens one
 * during its maintenance. An outage is reported once, until the flag can be read again.
 */
export function createActiveFlag({
  isActive,
  timeoutMs,
  setTimer,
  report,
}: ActiveFlagOptions): () => Promise<boolean> {
  let lastKnown = false;
  let reads = 0;
  let newestAnswer = 0;
  let isReadable = true;

  function learn(read: number, answer: unknown): void {
    // Answers may cross: an older one is out of date.
    if (read < newestAnswer) return;
    newestAnswer = read;
    lastKnown = answer === true;
  }

  function fail(error: unknown): void {
    if (isReadable) report(error);
    isReadable = false;
  }

  function readInTime(read: number, pending: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      let isInTime = true;
      const cancel = setTimer(() => {
        isInTime = false;
        fail(timedOut(timeoutMs, lastKnown));
        resolve();
      }, timeoutMs);
      const settle = (act: () => void) => {
        if (isInTime) act();
        cancel();
        resolve();
      };
      pending.then(
        (answer) => {
          // A late answer may still be the newest one.
          learn(read, answer);
          settle(() => (isReadable = true));
        },
        (error: unknown) => settle(() => fail(error)),
      );
    });
  }

  return async () => {
    const read = ++reads;
    try {
      const answer: unknown = typeof isActive === 'function' ? isActive() : isActive;
      if (isThenable(answer)) {
        await readInTime(read, Promise.resolve(answer));
      } else {
        learn(read, answer);
        isReadable = true;
      }
    } catch (error) {
      fail(error);
    }
    return lastKnown;
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function timedOut(timeoutMs: number, lastKnown: boolean): KitError {
  return new KitError(
    'MK205',
    `isActive of createMaintenanceGate did not settle within ${timeoutMs} ms, so the gate uses the last known ` +
      `answer, ${String(lastKnown)}: let isActive reject when its source does not respond, or raise isActiveTimeoutMs.`,
  );
}
