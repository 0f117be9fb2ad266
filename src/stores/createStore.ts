import { runIsolated } from '../platform/runIsolated.ts';

/** A value that changes over time, as `useSyncExternalStore` reads it. */
export interface ReadableStore<State> {
  readonly getSnapshot: () => State;
  /** Calls `listener` after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<State> extends ReadableStore<State> {
  /** Replaces the state and notifies every listener. The same state again notifies none. */
  readonly set: (state: State) => void;
}

/**
 * Creates a store. A listener that throws never affects the other listeners or the caller of `set`: its error is
 * reported.
 */
export function createStore<State>(initial: State): Store<State> {
  // Entries, not functions: the same function may subscribe twice.
  const listeners = new Set<{ readonly notify: () => void }>();
  let state = initial;
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      const entry = { notify: listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    set(next) {
      if (Object.is(next, state)) return;
      state = next;
      for (const { notify } of listeners) runIsolated(notify);
    },
  };
}
