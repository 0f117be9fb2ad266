import type { Platform } from '../platform/platform.ts';
import { KitError } from '../protocol/KitError.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import type { CheckResult } from './evidence.ts';

export interface CheckOptions {
  /**
   * The check need not send a request if it knows an answer to one that was sent at most this long ago, in milliseconds.
   * Default: 0.
   */
  readonly maxAgeMs?: number;
  /**
   * Aborts when the check has taken longer than `checkTimeoutMs`. Pass it to `fetch`: a request that hangs would keep its
   * connection, and the next check would be a second one.
   */
  readonly signal: AbortSignal;
}

/** One request that asks what the service can do. A rejection and any unknown value mean "no answer". */
export type Check = (options: CheckOptions) => Promise<ServiceCheck | undefined>;

/**
 * Creates a function that runs a check. It never rejects: a check that fails, takes longer than `checkTimeoutMs` or
 * returns an unknown value is `unanswered`. One that takes longer is aborted too. The first unknown value is reported to the
 * developer.
 */
export function createAsk(
  platform: Platform,
  { checkTimeoutMs }: { readonly checkTimeoutMs: number },
): (check: Check, options?: Pick<CheckOptions, 'maxAgeMs'>) => Promise<CheckResult> {
  let hasComplained = false;

  function complainOnce(answer: unknown): void {
    if (hasComplained) return;
    hasComplained = true;
    console.error(
      new KitError(
        'MK403',
        `The check resolved with a value of type ${typeof answer}, which says nothing about the service: resolve with "operational", "maintenance", "unavailable" or, for no answer, undefined.`,
      ),
    );
  }

  return async (check, options) => {
    const controller = new AbortController();
    const { signal } = controller;
    const cancelTimer = platform.setTimer(() => controller.abort(), checkTimeoutMs);
    // A check may ignore its signal.
    const timeout = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined));
    });
    try {
      const answer: unknown = await Promise.race([check({ ...options, signal }), timeout]);
      if (answer === 'operational' || answer === 'maintenance' || answer === 'unavailable') return answer;
      if (answer !== undefined) complainOnce(answer);
    } catch {
      // No answer.
    } finally {
      cancelTimer();
    }
    return 'unanswered';
  };
}
