'use client';

import { useSyncExternalStore } from 'react';
import {
  noDeferredActions,
  type DeferredActions,
  type DeferredActionsState,
} from '../stores/createDeferredActions.ts';
import { DeferredActionsRunner } from './DeferredActionsRunner.ts';
import { useKit, useProviderPart } from './KitContext.ts';
import { createOwnedActions } from './ownedActions.ts';

/** Returns the store of the actions that a maintenance blocked. The provider runs the deferred ones. */
export function useDeferredActions(): DeferredActions {
  useProviderPart('deferred-actions', DeferredActionsRunner);
  return useKit().store(createOwnedActions);
}

/** Returns the action that the dialog explains, and the actions that run after the maintenance. */
export function useDeferredActionsState(): DeferredActionsState {
  const { subscribe, getSnapshot } = useDeferredActions();
  return useSyncExternalStore(subscribe, getSnapshot, () => noDeferredActions);
}
