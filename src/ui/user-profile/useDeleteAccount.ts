'use client';

import { useState } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import type { PasswordProof } from '../../auth/UserPort.ts';
import { useAdapter, useKit } from '../../react/KitContext.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import { asksForPassword } from './asksForPassword.ts';

export interface DeleteAccountOptions {
  /** Called when the account is deleted and the user is signed out. */
  readonly onDeleted?: (() => void) | undefined;
}

export interface DeleteAccount {
  /** The backend asks for the password before it deletes anything. */
  readonly needsPassword: boolean;
  readonly submission: Submission;
  /** For a guarded button that asks first. */
  readonly deleteAccount: () => Promise<void>;
  readonly deleteWithPassword: (proof: PasswordProof) => Promise<void>;
  /** Back to where no password is asked for. */
  readonly cancel: () => void;
}

/**
 * Deletes the account, for your own page. Success clears every draft, as signing out does.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter.
 */
export function useDeleteAccount({ onDeleted }: DeleteAccountOptions = {}): DeleteAccount {
  const { drafts, deferredActions } = useKit();
  const { adapter, session } = useAdapter();
  const [needsPassword, setNeedsPassword] = useState(false);

  async function remove(proof?: PasswordProof): Promise<void> {
    await requireOperation(adapter, 'deleteAccount', 'useDeleteAccount')(proof);
    drafts.clearAll();
    deferredActions.clear();
    await session.reload();
    onDeleted?.();
  }

  const { submission, submit, reset } = useSubmission(remove, { api: adapter.baseUrl });
  return {
    needsPassword,
    submission,
    async deleteAccount() {
      try {
        await remove();
      } catch (error) {
        if (!asksForPassword(error)) throw error;
        setNeedsPassword(true);
      }
    },
    async deleteWithPassword(proof) {
      await submit(proof);
    },
    cancel() {
      reset();
      setNeedsPassword(false);
    },
  };
}
