'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { MaintenanceState } from '../monitor/transition.ts';
import { useKit } from './KitContext.ts';

/**
 * What the service can do now, or the part of it that `selector` picks. Re-renders only when that part changes,
 * so a component that asks for `state.status` is not bothered by each check.
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

/** One selection per state, so that a selector may build new objects. */
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
