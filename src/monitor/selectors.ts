import type { MaintenanceState } from './maintenanceState.ts';

/**
 * What the service does for the user now.
 *
 * - `operational`: it processes every request.
 * - `read-only`: it rejects mutations.
 * - `unavailable`: it rejects every request.
 * - `recovering`: the maintenance may be over; the next mutation decides.
 */
export type Availability = 'operational' | 'read-only' | 'unavailable' | 'recovering';

/** Returns what the service does for the user in this state. Pass it to `useMaintenance` as the selector. */
export function availabilityOf(state: MaintenanceState): Availability {
  if (state.status !== 'maintenance') return state.status;
  return isClosedToReads(state) ? 'unavailable' : 'read-only';
}

/** Returns whether the kit blocks mutations: true while the status is `maintenance`. */
export function blocksMutations({ status }: MaintenanceState): boolean {
  return status === 'maintenance';
}

/** Returns whether the service rejects reads too. */
export function isClosedToReads(state: MaintenanceState): boolean {
  return state.status === 'maintenance' && state.scope === 'all';
}

const readability: Readonly<Record<Availability, number>> = {
  unavailable: 0,
  'read-only': 1,
  recovering: 1,
  operational: 2,
};

/** Returns whether a read that failed before the change is worth another request. */
export function mayReadAgain(now: Availability, before: Availability): boolean {
  return readability[now] > readability[before];
}
