'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import { useKit } from './KitContext.ts';

/**
 * Returns the state of the service, or the part of it that `selector` returns. Re-renders only when that part changes,
 * so a component that reads `state.status` doesn't re-render for each check.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useMaintenance(): MaintenanceState;
export function useMaintenance<Selection>(selector: (state: MaintenanceState) => Selection): Selection;
export function useMaintenance(selector: (state: MaintenanceState) => unknown = whole): unknown {
  const { monitor, serverState } = useKit();
  const [select, selectOnServer] = useMemo(
    () => [selectOnce(monitor.getSnapshot, selector), selectOnce(() => serverState, selector)],
    [monitor, serverState, selector],
  );
  return useSyncExternalStore(monitor.subscribe, select, selectOnServer);
}

const whole = (state: MaintenanceState): MaintenanceState => state;

/** Caches one selection per state, so that a selector may build new objects. */
function selectOnce<State, Selection>(
  getState: () => State,
  selector: (state: State) => Selection,
): () => Selection {
  let last: { readonly state: State; readonly selection: Selection } | undefined;
  return () => {
    const state = getState();
    if (last?.state !== state) last = { state, selection: selector(state) };
    return last.selection;
  };
}
