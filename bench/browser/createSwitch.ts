import { useSyncExternalStore } from 'react';

/** Creates a minimal store for `useSyncExternalStore`. A change of it shows what React itself costs. */
export function createSwitch(): { readonly useIsOn: () => boolean; readonly set: (isOn: boolean) => void } {
  const listeners = new Set<() => void>();
  let isOn = false;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    useIsOn: () => useSyncExternalStore(subscribe, () => isOn),
    set(next) {
      isOn = next;
      for (const listener of listeners) listener();
    },
  };
}
