import type { Platform } from '../platform/platform.ts';
import type { MaintenanceState } from './maintenanceState.ts';
import type { RecoveryPolicy } from './recoveryPolicy.ts';
import type { StateSharing } from './shareState.ts';

/**
 * Returns the state that a page begins with: the newer one of `initial` and of what the browser stored.
 *
 * A stored maintenance is checked soon. Of an initial one, the delay is drawn again: a server may have rendered it for many
 * browsers, which would all check in the same moment.
 */
export function restoreState(
  initial: MaintenanceState,
  sharing: StateSharing | undefined,
  { platform, policy }: { readonly platform: Platform; readonly policy: RecoveryPolicy },
): MaintenanceState {
  const known = sharing?.read(initial) ?? initial;
  if (known.status !== 'maintenance') return known;
  const now = platform.monotonicNow();
  const { floorMs, nextCheckAt, rejectedAt, retryAfterAt = rejectedAt } = known;
  if (known !== initial) {
    return { ...known, nextCheckAt: Math.min(nextCheckAt, now + platform.random() * policy.floorMs) };
  }
  const earliest = Math.max(now, retryAfterAt + floorMs);
  return { ...known, nextCheckAt: earliest + platform.random() * Math.max(floorMs, policy.floorMs) };
}
