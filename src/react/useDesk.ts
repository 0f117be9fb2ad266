'use client';

import { useSyncExternalStore } from 'react';
import { emptyDesk, type ActionDeskState } from './createActionDesk.ts';
import { useKit } from './KitContext.ts';

/** What could not be done just now, and what waits for the end of the maintenance. */
export function useDesk(): ActionDeskState {
  const { desk } = useKit();
  return useSyncExternalStore(desk.subscribe, desk.getSnapshot, () => emptyDesk);
}
