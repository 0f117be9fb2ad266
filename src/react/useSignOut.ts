'use client';

import { useCallback } from 'react';
import { requireOperation } from '../auth/requireOperation.ts';
import { useDrafts } from './useDrafts.ts';
import { useDeferredActions } from './useDeferredActions.ts';
import { useAdapter } from './useAdapter.ts';
import { useGuardedMutation, type GuardedMutation } from './useGuardedMutation.ts';

/**
 * Returns the guarded mutation that signs out. During maintenance it fails with `SystemUnderMaintenanceError`, and
 * the session stays unchanged. Success clears every draft.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't sign out.
 */
export function useSignOut(): GuardedMutation<[], void> {
  const { adapter } = useAdapter();
  return useGuardedMutation(useUnguardedSignOut('useSignOut'), { api: adapter.baseUrl });
}

/** The shared id, so that every sign-out button defers the same action. */
export const SIGN_OUT_ID = 'sign-out';

/** Returns an unguarded function that signs out, for a button that guards the press. */
export function useUnguardedSignOut(neededBy: string): () => Promise<void> {
  const drafts = useDrafts();
  const deferredActions = useDeferredActions();
  const { adapter, session } = useAdapter();
  const signOut = requireOperation(adapter, 'signOut', neededBy);
  return useCallback(async () => {
    await signOut();
    drafts.clearAll();
    deferredActions.clear();
    await session.reload();
  }, [signOut, drafts, deferredActions, session]);
}
