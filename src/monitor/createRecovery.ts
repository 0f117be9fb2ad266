import { KitError } from '../protocol/KitError.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import type { Platform } from '../platform/platform.ts';
import type { RecoveryPolicy } from './recoveryPolicy.ts';
import type { Evidence, MaintenanceState } from './transition.ts';

/** One request that asks what the service can do. A rejection and any other value mean "no answer". */
export type Check = () => Promise<ServiceCheck | undefined>;

export interface Recovery {
  /** Waits for the next check while anybody looks at the page; the returned function stops that. */
  readonly start: () => () => void;
  /** Looks at the state again and waits for its next check. */
  readonly reschedule: () => void;
  /** Asks at once, because a person wants it; at most every `checkNowEveryMs`, and never two at a time. */
  readonly checkNow: () => Promise<void>;
}

interface RecoveryOptions {
  readonly platform: Platform;
  readonly policy: RecoveryPolicy;
  readonly getState: () => MaintenanceState;
  readonly getCheck: () => Check | undefined;
  readonly record: (evidence: Evidence) => void;
}

/** The effects of the state `maintenance`: it waits until the next check is due, and asks. */
export function createRecovery({ platform, policy, getState, getCheck, record }: RecoveryOptions): Recovery {
  let starts = 0;
  let stopListening = (): void => {};
  let cancelTimer = (): void => {};
  let underWay: Promise<void> | undefined;
  let lastCheckAt = -Infinity;
  let hasComplained = false;

  function reschedule(): void {
    cancelTimer();
    const state = getState();
    if (starts === 0 || underWay || state.status !== 'maintenance' || !platform.isAttended()) return;
    const waitMs = state.nextCheckAt - platform.now();
    // Many pages are looked at again in the same moment: a due check is spread too.
    cancelTimer = platform.setTimer(onTimer, waitMs > 0 ? waitMs : platform.random() * policy.baseMs);
  }

  function onTimer(): void {
    const state = getState();
    if (state.status !== 'maintenance') return;
    // The longest timer of a browser is shorter than the longest wait.
    if (state.nextCheckAt > platform.now()) reschedule();
    else void ask();
  }

  function ask(): Promise<void> {
    underWay ??= askOnce().finally(() => {
      underWay = undefined;
      reschedule();
    });
    return underWay;
  }

  async function askOnce(): Promise<void> {
    cancelTimer();
    const check = getCheck();
    if (!check) {
      record({ type: 'trial-opened' });
      return;
    }
    const startedAt = platform.now();
    lastCheckAt = startedAt;
    const result = await answerOf(check);
    record({
      type: 'service-checked',
      result,
      startedAt,
      receivedAt: platform.now(),
      random: platform.random(),
    });
  }

  async function answerOf(check: Check): Promise<ServiceCheck | 'unanswered'> {
    let cancelTimeout = (): void => {};
    const timeout = new Promise<'unanswered'>((resolve) => {
      cancelTimeout = platform.setTimer(() => resolve('unanswered'), policy.checkTimeoutMs);
    });
    try {
      const answer: unknown = await Promise.race([check(), timeout]);
      if (answer === 'operational' || answer === 'maintenance' || answer === 'unavailable') return answer;
      if (answer !== undefined && answer !== 'unanswered') complainOnce(answer);
      return 'unanswered';
    } catch {
      return 'unanswered';
    } finally {
      cancelTimeout();
    }
  }

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

  return {
    start() {
      starts += 1;
      if (starts === 1) {
        stopListening = platform.onAttentionChange(reschedule);
        reschedule();
      }
      return () => {
        starts -= 1;
        if (starts > 0) return;
        stopListening();
        cancelTimer();
      };
    },
    reschedule,
    async checkNow() {
      if (getState().status !== 'maintenance') return;
      const isTooSoon = platform.now() - lastCheckAt < policy.checkNowEveryMs;
      if (underWay || !isTooSoon) await ask();
    },
  };
}
