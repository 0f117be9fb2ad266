import { createAsk, type Check } from './createAsk.ts';
import type { Platform } from '../platform/platform.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import type { RecoveryPolicy } from './recoveryPolicy.ts';
import type { CheckResult, Evidence } from './evidence.ts';
import type { MaintenanceState } from './maintenanceState.ts';

/** Details of a reported status. */
export interface StatusDetails {
  /** When the status was known to hold, by `monitor.platform.monotonicNow()`. Default: now. */
  readonly startedAt?: number;
  /** When clients may come back, in milliseconds. Default: unknown. */
  readonly retryAfterMs?: number;
}

export interface Recovery {
  /** Waits for the next check while the page is visible and online. The returned function stops the wait. */
  readonly start: () => () => void;
  /** Reads the state again and waits for its next check. */
  readonly reschedule: () => void;
  /** Checks as soon as `checkNowEveryMs` allows, one check at a time. Resolves to what the check learned. */
  readonly checkNow: () => Promise<CheckResult | undefined>;
  /** Records a status that the server reported without being asked. Absent where only checks count. */
  readonly reportStatus?: (result: ServiceCheck, details?: StatusDetails) => void;
}

export interface RecoveryOptions {
  readonly platform: Platform;
  readonly policy: RecoveryPolicy;
  readonly getState: () => MaintenanceState;
  readonly getCheck: () => Check | undefined;
  /** What the other tabs of the browser have learned. Default: nothing. */
  readonly otherTabs?:
    | {
        /** Adopts it. */
        readonly read: () => void;
        /** Calls back when there is more. The returned function unsubscribes. */
        readonly subscribe: (onChange: () => void) => () => void;
        /** Returns whether no tab has checked in the last minute, and notes that this tab does now. */
        readonly claimFirstCheck: () => boolean;
        /** Ends a maintenance whose shared state has expired: a tab that slept still shows it. */
        readonly endExpired: (endedAt: number) => void;
      }
    | undefined;
  /** Whether to check once when the page has loaded. */
  readonly checkOnLoad: boolean;
  readonly record: (evidence: Evidence) => void;
}

/**
 * The longest timer. A browser fires a timer beyond its maximum immediately, and a sleeping device stops its timers:
 * after it wakes, the page notices an overdue check within this time.
 */
const LONGEST_TIMER_MS = 60_000;

/** How old an answer may be for the check on load. */
const KNOWN_FOR_MS = 60_000;

/** The name of the lock that a tab holds while it checks. */
const CHECK_LOCK = 'maintenance-kit.check';

/** Creates the effects of the state `maintenance`: waiting until the next check is due, and checking. */
export function createRecovery({
  platform,
  policy,
  getState,
  getCheck,
  otherTabs,
  checkOnLoad,
  record,
}: RecoveryOptions): Recovery {
  let isFirstCheckDue = checkOnLoad;
  let starts = 0;
  let stopListening = (): void => {};
  let cancelTimer = (): void => {};
  let underWay: Promise<CheckResult | undefined> | undefined;
  let lastCheckAt = -Infinity;
  const answerOf = createAsk(platform, policy);

  function reschedule(): void {
    cancelTimer();
    const state = getState();
    if (starts === 0 || underWay || state.status !== 'maintenance' || !platform.isAttended()) return;
    const waitMs = state.nextCheckAt - platform.monotonicNow();
    // Many pages become visible in the same moment, so an overdue check is spread too.
    const delayMs = waitMs > 0 ? waitMs : platform.random() * policy.overdueJitterMs;
    cancelTimer = platform.setTimer(onTimer, Math.min(delayMs, LONGEST_TIMER_MS));
  }

  function catchUp(): void {
    otherTabs?.read();
    reschedule();
    if (isFirstCheckDue && platform.isAttended()) {
      isFirstCheckDue = false;
      void platform.runAlone(CHECK_LOCK, policy.checkTimeoutMs, checkFirst);
    }
  }

  /** Checks once, unless a tab of the browser or the server's answer says already what the service can do. */
  async function checkFirst(): Promise<void> {
    otherTabs?.read();
    const check = getCheck();
    const state = getState();
    // An answer may be this old, so it counts unless a maintenance has begun or ended since.
    const startedAt = platform.monotonicNow() - KNOWN_FOR_MS;
    const { endedAt = -Infinity } = state;
    if (!check || state.status !== 'operational' || endedAt > startedAt) return;
    if (otherTabs?.claimFirstCheck() === false) return;
    const result = await answerOf(check, { maxAgeMs: KNOWN_FOR_MS });
    reportStatus(result, { startedAt });
    if (result === 'operational') otherTabs?.endExpired(startedAt);
  }

  function onTimer(): void {
    const state = getState();
    if (state.status !== 'maintenance') return;
    if (state.nextCheckAt > platform.monotonicNow()) reschedule();
    else void ask();
  }

  /** Starts one check that several callers share: the timer, and every press while it is scheduled or in progress. */
  function ask(delayMs?: number): Promise<CheckResult | undefined> {
    underWay ??= askOnce(delayMs).finally(() => {
      underWay = undefined;
      reschedule();
    });
    return underWay;
  }

  async function askOnce(delayMs: number | undefined): Promise<CheckResult | undefined> {
    cancelTimer();
    if (delayMs !== undefined && delayMs > 0) {
      await new Promise<void>((resolve) => void platform.setTimer(resolve, delayMs));
    }
    // The tabs of a browser are due together. Those that wait here find the answer of the first one.
    return platform.runAlone(CHECK_LOCK, policy.checkTimeoutMs, async () => {
      otherTabs?.read();
      const state = getState();
      if (state.status !== 'maintenance') return undefined;
      const isDue = state.nextCheckAt <= platform.monotonicNow();
      return isDue || delayMs !== undefined ? checkOnce() : undefined;
    });
  }

  async function checkOnce(): Promise<CheckResult | undefined> {
    const check = getCheck();
    if (!check) {
      record({ type: 'trial-opened' });
      return undefined;
    }
    const startedAt = platform.monotonicNow();
    lastCheckAt = startedAt;
    const result = await answerOf(check);
    reportStatus(result, { startedAt });
    return result;
  }

  function reportStatus(result: CheckResult, details?: StatusDetails): void {
    const receivedAt = platform.monotonicNow();
    const random = platform.random();
    record({ startedAt: receivedAt, ...details, type: 'service-checked', result, receivedAt, random });
  }

  return {
    start() {
      starts += 1;
      if (starts === 1) {
        // A frozen tab misses what the others share.
        const stops = [platform.onAttentionChange(catchUp), otherTabs?.subscribe(catchUp)];
        stopListening = () => {
          for (const stop of stops) stop?.();
        };
        catchUp();
      }
      return () => {
        starts -= 1;
        if (starts > 0) return;
        stopListening();
        cancelTimer();
      };
    },
    reschedule,
    reportStatus,
    async checkNow() {
      if (getState().status !== 'maintenance') return undefined;
      return ask(lastCheckAt + policy.checkNowEveryMs - platform.monotonicNow());
    },
  };
}
