import { KitError } from '../protocol/KitError.ts';
import { isTime } from './initialState.ts';

/** How long to wait between two checks. Every number is in milliseconds. */
export interface RecoveryPolicy {
  /** The shortest wait without a `Retry-After`, and the narrowest jitter. Default: 30,000. */
  readonly floorMs: number;
  /** The longest wait of a page that returns when its check is overdue. Default: 5,000. */
  readonly overdueJitterMs: number;
  /** A check that takes longer counts as unanswered. Default: 10,000. */
  readonly checkTimeoutMs: number;
  /** The shortest time between the last check and a check that the user starts. Default: 5,000. */
  readonly checkNowEveryMs: number;
}

export const defaultRecoveryPolicy: RecoveryPolicy = {
  floorMs: 30_000,
  overdueJitterMs: 5_000,
  checkTimeoutMs: 10_000,
  checkNowEveryMs: 5_000,
};

/**
 * Completes a policy with the defaults.
 *
 * @throws {KitError} MK401 when a number is negative or not finite.
 */
export function completeRecoveryPolicy(policy: Partial<RecoveryPolicy> = {}): RecoveryPolicy {
  for (const [name, value] of Object.entries(policy)) {
    if (!isTime(value) || value < 0) {
      throw new KitError(
        'MK401',
        `recovery.${name} is ${String(value)}, but it is a duration: give it in milliseconds, zero or more.`,
      );
    }
  }
  return { ...defaultRecoveryPolicy, ...policy };
}

/**
 * Returns the wait before a check: `floor + U(0, max(floor, default floor))`.
 *
 * The jitter is as wide as the floor. Clients that entered the maintenance together get the same `Retry-After`, so a
 * narrower jitter would send them back together too. After a short `Retry-After` it is as wide as without any. It doesn't
 * grow: the first wave of checks is the highest one, so a wider jitter later would only delay the end.
 */
export function recoveryDelayMs(
  { floorMs, random }: { readonly floorMs: number; readonly random: number },
  policy: RecoveryPolicy,
): number {
  return floorMs + random * Math.max(floorMs, policy.floorMs);
}
