'use client';

import { useCallback, useMemo, useState } from 'react';
import { availabilityOf, type Availability } from '../monitor/selectors.ts';
import type { MaintenanceState } from '../monitor/transition.ts';
import { useKit } from './KitContext.ts';
import { useMaintenance } from './useMaintenance.ts';

export interface AvailabilityInfo {
  readonly availability: Availability;
  /** Whether a maintenance ended while the component was mounted. True only while `operational`, until `dismiss`. */
  readonly recentlyRecovered: boolean;
  readonly dismiss: () => void;
}

/** Returns the availability of the service, and whether it recovered since the component mounted. */
export function useAvailability(): AvailabilityInfo {
  const { platform } = useKit().monitor;
  const availability = useMaintenance(availabilityOf);
  const endedAt = useMaintenance(endedAtOf);
  // A time and not a flag that follows the state: no render has to set it.
  const [dismissedAt, setDismissedAt] = useState(() => platform.monotonicNow());
  const dismiss = useCallback(() => setDismissedAt(platform.monotonicNow()), [platform]);
  const recentlyRecovered = endedAt > dismissedAt;
  return useMemo(
    () => ({ availability, recentlyRecovered, dismiss }),
    [availability, recentlyRecovered, dismiss],
  );
}

/** Returns when the last maintenance ended, or -Infinity while one is on and where there was none. */
function endedAtOf(state: MaintenanceState): number {
  return state.status === 'operational' ? (state.endedAt ?? -Infinity) : -Infinity;
}
