'use client';

import { useSyncExternalStore } from 'react';
import type { WindowsState } from '../stores/windowsState.ts';
import { useKit } from './KitContext.ts';

/** Returns what the page shows of the planned windows; `undefined` if the provider follows none. */
export function useWindows(): WindowsState | undefined {
  const { windows } = useKit();
  const store = useSyncExternalStore(windows.subscribe, windows.getSnapshot, nothing);
  return useSyncExternalStore(store?.subscribe ?? never, store?.getSnapshot ?? nothing, nothing);
}

const nothing = (): undefined => undefined;
const never = (): (() => void) => nothing;
