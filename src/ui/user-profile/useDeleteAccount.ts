'use client';

import { useState } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import type { PasswordProof } from '../../auth/UserPort.ts';
import { useDrafts } from '../../react/useDrafts.ts';
import { useDeferredActions } from '../../react/useDeferredActions.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import { asksForPassword } from './asksForPassword.ts';

export interface DeleteAccountOptions {
  /** Called when the account is deleted and the user is signed out. */
  readonly onDeleted?: (() => void) | undefined;
}

export interface DeleteAccount {
  /** Whether the backend required the password when the account was to be deleted without it. */
  readonly needsPassword: boolean;
  readonly submission: Submission;
  /** Never rejects: `submission` has the error. */
  readonly deleteAccount: (proof?: PasswordProof) => Promise<void>;
  /** Returns to the form without a password. */
  readonly cancel: () => void;
}

/**
 * Deletes the account, for your own page. Ask the user to confirm it first. Success clears every draft, as signing
 * out does.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter.
 */
export function useDeleteAccount({ onDeleted }: DeleteAccountOptions = {}): DeleteAccount {
  const drafts = useDrafts();
  const deferredActions = useDeferredActions();
  const { adapter, session } = useAdapter();
  const [needsPassword, setNeedsPassword] = useState(false);

  const { submission, submit, reset } = useSubmission(
    async (proof: PasswordProof | undefined) => {
      try {
        await requireOperation(adapter, 'deleteAccount', 'useDeleteAccount')(proof);
      } catch (error) {
        if (proof !== undefined || !asksForPassword(error)) throw error;
        setNeedsPassword(true);
        return;
      }
      drafts.clearAll();
      deferredActions.clear();
      await session.reload();
      onDeleted?.();
    },
    { api: adapter.baseUrl },
  );
  return {
    needsPassword,
    submission,
    async deleteAccount(proof) {
      await submit(proof);
    },
    cancel() {
      reset();
      setNeedsPassword(false);
    },
  };
}
