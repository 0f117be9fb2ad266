'use client';

import { useCallback, useMemo, useState } from 'react';
import { availabilityOf, type Availability } from '../monitor/selectors.ts';
import type { MaintenanceState } from '../monitor/transition.ts';
import { useKit } from './KitContext.ts';
import { useMaintenance } from './useMaintenance.ts';
import { useNotices } from './useNotices.ts';

export interface AvailabilityInfo {
  readonly availability: Availability;
  /** Whether a maintenance ended while the component was mounted. True only while `operational`, until `dismiss`. */
  readonly recentlyRecovered: boolean;
  /** Dismisses every notice of the page that says so. */
  readonly dismiss: () => void;
}

/** Returns the availability of the service, and whether it recovered since the component mounted. */
export function useAvailability(): AvailabilityInfo {
  const { monitor, notices } = useKit();
  const { platform } = monitor;
  const availability = useMaintenance(availabilityOf);
  const endedAt = useMaintenance(endedAtOf);
  // A time and not a flag that follows the state: no render has to set it.
  const [mountedAt] = useState(() => platform.monotonicNow());
  const { dismissedAt } = useNotices();
  const dismiss = useCallback(() => notices.dismiss(platform.monotonicNow()), [notices, platform]);
  const recentlyRecovered = endedAt > Math.max(mountedAt, dismissedAt);
  return useMemo(
    () => ({ availability, recentlyRecovered, dismiss }),
    [availability, recentlyRecovered, dismiss],
  );
}

/** Returns when the last maintenance ended, or -Infinity while one is on and where there was none. */
function endedAtOf(state: MaintenanceState): number {
  return state.status === 'operational' ? (state.endedAt ?? -Infinity) : -Infinity;
}
