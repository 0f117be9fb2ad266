'use client';

import { useCallback, useState } from 'react';
import type { MaintenanceState } from '../monitor/transition.ts';
import { useKit } from './KitContext.ts';
import { useMaintenance } from './useMaintenance.ts';

/**
 * The meaning of a maintenance for one part of the page.
 *
 * - `open`: the service is operational.
 * - `closed`: mutations are rejected.
 * - `unavailable`: every request is rejected.
 * - `trial`: the maintenance may be over; the next mutation decides.
 * - `over`: it ended while this part was shown, and the user has not continued yet.
 */
export type Phase = 'open' | 'closed' | 'unavailable' | 'trial' | 'over';

/** Returns the phase, and a function that leaves `over`. */
export function usePhase(): readonly [phase: Phase, goOn: () => void] {
  const { platform } = useKit().monitor;
  const phase = useMaintenance(phaseOf);
  const endedAt = useMaintenance(endedAtOf);
  // Stores a time instead of a flag that follows the phase, so that rendering sets no state.
  const [wentOnAt, setWentOnAt] = useState(() => platform.monotonicNow());
  const goOn = useCallback(() => setWentOnAt(platform.monotonicNow()), [platform]);
  return [endedAt > wentOnAt ? 'over' : phase, goOn];
}

/** Returns when the last maintenance ended, or `-Infinity` during a maintenance and without a past one. */
function endedAtOf(state: MaintenanceState): number {
  return state.status === 'operational' ? (state.endedAt ?? -Infinity) : -Infinity;
}

function phaseOf(state: MaintenanceState): Exclude<Phase, 'over'> {
  switch (state.status) {
    case 'operational':
      return 'open';
    case 'recovering':
      return 'trial';
    case 'maintenance':
      return state.scope === 'all' ? 'unavailable' : 'closed';
  }
}
