'use client';

import { useSyncExternalStore } from 'react';
import { noDeferredActions, type DeferredActionsState } from '../stores/createDeferredActions.ts';
import { useKit } from './KitContext.ts';

/** Returns the action that the dialog explains, and the actions that run after maintenance. */
export function useDeferredActions(): DeferredActionsState {
  const { deferredActions } = useKit();
  return useSyncExternalStore(
    deferredActions.subscribe,
    deferredActions.getSnapshot,
    () => noDeferredActions,
  );
}
