/** Calls back once, `delayMs` from now; the returned function cancels the call. */
export type GateTimer = (callback: () => void, delayMs: number) => () => void;

/** `setTimeout` calls back immediately for a longer delay. */
export const MAX_TIMER_MS = 2_147_483_647;

export interface LastKnownOptions<Value> {
  /** Reads the source. Throws or rejects if it can't. */
  readonly read: () => Value | Promise<Value>;
  /** Returns the known value after an answer. Default: the answer. */
  readonly merge?: (answer: Value, lastKnown: Value) => Value;
  readonly initial: Value;
  /** How long a read may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The same while the source can't be read. Default: `timeoutMs`. */
  readonly outageTimeoutMs?: number;
  /** Returns the error to report for a read that takes too long. */
  readonly timedOut: (lastKnown: Value) => Error;
  readonly setTimer: GateTimer;
  /** Called once for each outage. */
  readonly report: (error: unknown) => void;
}

/**
 * Returns a function that reads a source and resolves in time. A source that can't be read keeps its last known value:
 * a failing store neither takes down a working service nor opens one during its maintenance. An outage is reported
 * once, until the source can be read again.
 */
export function createLastKnown<Value>({
  read,
  merge = (answer) => answer,
  initial,
  timeoutMs,
  outageTimeoutMs = timeoutMs,
  timedOut,
  setTimer,
  report,
}: LastKnownOptions<Value>): () => Promise<Value> {
  let lastKnown = initial;
  let reads = 0;
  let newestAnswer = 0;
  let isReadable = true;

  function learn(number: number, answer: Value): void {
    // Answers may cross: an older one is out of date.
    if (number < newestAnswer) return;
    newestAnswer = number;
    lastKnown = merge(answer, lastKnown);
  }

  function fail(error: unknown): void {
    if (isReadable) report(error);
    isReadable = false;
  }

  function readInTime(number: number, pending: PromiseLike<Value>): Promise<void> {
    return new Promise((resolve) => {
      let isInTime = true;
      const cancel = setTimer(
        () => {
          isInTime = false;
          fail(timedOut(lastKnown));
          resolve();
        },
        isReadable ? timeoutMs : outageTimeoutMs,
      );
      const settle = (act: () => void) => {
        if (isInTime) act();
        cancel();
        resolve();
      };
      // A late answer may still be the newest one.
      Promise.resolve(pending)
        .then((answer) => learn(number, answer))
        .then(
          () => settle(() => (isReadable = true)),
          (error: unknown) => settle(() => fail(error)),
        );
    });
  }

  return async () => {
    const number = ++reads;
    try {
      const answer = read();
      if (isThenable(answer)) {
        await readInTime(number, answer);
      } else {
        learn(number, answer);
        isReadable = true;
      }
    } catch (error) {
      fail(error);
    }
    return lastKnown;
  };
}

function isThenable<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** The default `GateTimer`. */
export function startTimer(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}
