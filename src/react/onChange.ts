import type { MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';

/** Calls `listener` after each change of the monitor's state, until the returned function is called. */
export function onChange(
  { getSnapshot, subscribe }: Pick<MaintenanceMonitor, 'getSnapshot' | 'subscribe'>,
  listener: (state: MaintenanceState, previous: MaintenanceState) => void,
): () => void {
  let previous = getSnapshot();
  return subscribe(() => {
    const state = getSnapshot();
    const before = previous;
    previous = state;
    listener(state, before);
  });
}
