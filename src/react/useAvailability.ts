'use client';

import { useCallback, useMemo, useState } from 'react';
import { availabilityOf, type Availability } from '../monitor/selectors.ts';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import type { Notices } from '../stores/createNotices.ts';
import { useKit } from './KitContext.ts';
import { useMaintenance } from './useMaintenance.ts';
import { useNoticeStore, useNotices } from './useNotices.ts';

export interface AvailabilityInfo {
  readonly availability: Availability;
  /** Whether a maintenance ended while the component was mounted. True only while `operational`, until `dismiss`. */
  readonly recentlyRecovered: boolean;
  /** Dismisses the notices of the page about a maintenance that is over. */
  readonly dismiss: () => void;
}

/** Returns the availability of the service, and whether it recovered while the component was mounted. */
export function useAvailability(): AvailabilityInfo {
  const { monitor, serverState } = useKit();
  const notices = useNoticeStore();
  const { platform } = monitor;
  const availability = useMaintenance(availabilityOf);
  const endedAt = useMaintenance(endedAtOf);
  // A time instead of a flag, which an effect or a render would have to set.
  const [mountedAt] = useState(() => platform.monotonicNow());
  const dismissedAt = useNotices(dismissedAtOf);
  const dismiss = useCallback(() => notices.dismiss(platform.monotonicNow()), [notices, platform]);
  // The user has not seen a maintenance whose end the server already knew, even if the server's clock is ahead.
  const recentlyRecovered = endedAt > Math.max(mountedAt, dismissedAt) && endedAt !== serverState.endedAt;
  return useMemo(
    () => ({ availability, recentlyRecovered, dismiss }),
    [availability, recentlyRecovered, dismiss],
  );
}

function dismissedAtOf({ dismissedAt }: Notices): number {
  return dismissedAt;
}

/** Returns when the last maintenance ended; -Infinity during a maintenance and before the first one. */
function endedAtOf(state: MaintenanceState): number {
  return state.status === 'operational' ? (state.endedAt ?? -Infinity) : -Infinity;
}
