'use client';

import { useCallback, useState } from 'react';
import type { MaintenanceState } from '../monitor/transition.ts';
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
  const phase = useMaintenance(phaseOf);
  const [wasClosed, setWasClosed] = useState(false);
  // State that follows other state: set while rendering, so that no frame shows the one without the other.
  if (phase !== 'open' && !wasClosed) setWasClosed(true);
  const goOn = useCallback(() => setWasClosed(false), []);
  return [phase === 'open' && wasClosed ? 'over' : phase, goOn];
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
