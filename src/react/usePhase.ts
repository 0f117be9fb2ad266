'use client';

import { useCallback, useState } from 'react';
import type { MaintenanceState } from '../monitor/transition.ts';
import { useKit } from './KitContext.ts';
import { useMaintenance } from './useMaintenance.ts';

/**
 * What a maintenance means to one piece of the page.
 *
 * - `open`: nothing is wrong.
 * - `closed`: mutations are rejected.
 * - `unavailable`: every request is rejected.
 * - `trial`: it may be over; the next mutation decides.
 * - `over`: it ended while this piece was shown, and nobody has gone on since.
 */
export type Phase = 'open' | 'closed' | 'unavailable' | 'trial' | 'over';

/** The phase, and how to leave `over`. */
export function usePhase(): readonly [phase: Phase, goOn: () => void] {
  const { platform } = useKit().monitor;
  const phase = useMaintenance(phaseOf);
  const endedAt = useMaintenance(endedAtOf);
  // Remembers a time and not a flag that follows the phase: nothing then has to be set while rendering.
  const [wentOnAt, setWentOnAt] = useState(() => platform.monotonicNow());
  const goOn = useCallback(() => setWentOnAt(platform.monotonicNow()), [platform]);
  return [endedAt > wentOnAt ? 'over' : phase, goOn];
}

/** When the last maintenance ended; before all time while one is on, or where there was none. */
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
