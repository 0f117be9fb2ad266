import type { Platform } from '../platform/platform.ts';
import { runIsolated } from '../platform/runIsolated.ts';
import type { RequestDescription } from '../protocol/requestRules.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';

/** The response to an observed request. */
export interface ObservedAnswer {
  readonly status: number;
  /**
   * Identifies the response. A response that two observers see counts once. Dialects read a `Response`, or the target
   * of an event of an `XMLHttpRequest`.
   */
  readonly source: object;
  /** Called only for a 503. */
  readonly readNotice: () => Promise<MaintenanceNotice | undefined>;
}

/** Receives every request that is sent. Provides the clock and timers for reading responses. */
export interface RequestObserver {
  /**
   * Call it when a request is sent. Call the returned function when the response arrives, or without a response if the
   * request failed. `describe` is called only if the response can matter.
   */
  readonly observe: (describe: () => RequestDescription) => (answer?: ObservedAnswer) => void;
  readonly platform: Pick<Platform, 'now' | 'setTimer'>;
}

/** A response that each observer times by its own clock. */
interface Answer extends Pick<ObservedAnswer, 'status' | 'source'> {
  readonly readNotice: (platform: RequestObserver['platform']) => Promise<MaintenanceNotice | undefined>;
}

/** A body that is incomplete after this time is judged by its beginning. */
export const READ_LIMIT_MS = 5_000;

type Settle = (answer?: Answer) => void;

export interface Exchange {
  readonly describe: () => RequestDescription;
  /** The function that ends the exchange, for each observer. */
  readonly settles: ReadonlyMap<RequestObserver['observe'], Settle>;
  /** Ends the exchange for every observer. Only the first call counts. */
  readonly settle: Settle;
}

/**
 * Begins an exchange for every observer. An observer that stops before the end gets no response. An observer that
 * throws never affects the code that sent the request.
 *
 * Pass as `outer` an exchange whose request is being forwarded at this moment. If it is the same request, both are one
 * exchange, which ends with the first response.
 */
export function observeExchange(
  observers: ReadonlySet<RequestObserver>,
  describe: () => RequestDescription,
  outer?: Exchange,
): Exchange {
  const shared = outer && isSameRequest(outer.describe, describe) ? outer.settles : undefined;
  const settles = new Map<RequestObserver['observe'], Settle>();
  for (const observer of observers) {
    const settle = shared?.get(observer.observe) ?? settles.get(observer.observe);
    settles.set(observer.observe, settle ?? begin(observer, describe, observers));
  }
  return {
    describe,
    settles,
    settle(answer) {
      for (const settle of settles.values()) settle(answer);
    },
  };
}

function begin(
  { observe, platform }: RequestObserver,
  describe: () => RequestDescription,
  observers: ReadonlySet<RequestObserver>,
): Settle {
  const settle = runIsolated(() => observe(describe));
  let hasEnded = false;
  return (answer) => {
    if (hasEnded) return;
    hasEnded = true;
    const observed =
      answer && isWatching(observers, observe)
        ? { ...answer, readNotice: () => answer.readNotice(platform) }
        : undefined;
    runIsolated(() => settle?.(observed));
  };
}

function isWatching(observers: ReadonlySet<RequestObserver>, observe: RequestObserver['observe']): boolean {
  for (const observer of observers) if (observer.observe === observe) return true;
  return false;
}

function isSameRequest(one: () => RequestDescription, other: () => RequestDescription): boolean {
  try {
    const [a, b] = [one(), other()].map(({ method, url }) => [
      method.toUpperCase(),
      new URL(url, globalThis.location?.href).href,
    ]);
    return String(a) === String(b);
  } catch {
    return false;
  }
}

/** Runs a body reader, and aborts its signal when the body takes too long. */
export async function withReadLimit<Result>(
  { setTimer }: RequestObserver['platform'],
  read: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const cancelTimer = setTimer(() => controller.abort(), READ_LIMIT_MS);
  try {
    return await read(controller.signal);
  } finally {
    cancelTimer();
  }
}
