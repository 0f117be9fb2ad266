'use client';

import { useCallback } from 'react';
import { requireOperation } from '../auth/requireOperation.ts';
import { useAdapter, useKit } from './KitContext.ts';
import { useGuardedMutation, type GuardedMutation } from './useGuardedMutation.ts';

/**
 * Signing out, which is a mutation: in maintenance it fails with `SystemUnderMaintenanceError`, and the session
 * stays as it is. Done, it forgets every draft.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot sign out.
 */
export function useSignOut(): GuardedMutation<[], void> {
  const { adapter } = useAdapter();
  return useGuardedMutation(useUnguardedSignOut('useSignOut'), { api: adapter.baseUrl });
}

/** Every button that signs out defers the same action. */
export const SIGN_OUT_ID = 'sign-out';

/** The same for a button that guards it itself. */
export function useUnguardedSignOut(neededBy: string): () => Promise<void> {
  const { drafts, deferredActions } = useKit();
  const { adapter, session } = useAdapter();
  const signOut = requireOperation(adapter, 'signOut', neededBy);
  return useCallback(async () => {
    await signOut();
    drafts.clearAll();
    deferredActions.clear();
    await session.reload();
  }, [signOut, drafts, deferredActions, session]);
}
