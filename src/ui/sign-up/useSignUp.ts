'use client';

import type { SignUpDetails } from '../../auth/AuthAdapter.ts';
import { offered } from '../../auth/offered.ts';
import { useAdapter } from '../../react/KitContext.ts';
import { useSessionSubmission, type SessionSubmission } from '../../react/useSessionSubmission.ts';

export interface SignUpOptions {
  /** Called when the account exists, the person is signed in and the session is loaded. */
  readonly onSignedUp?: (() => void) | undefined;
}

/**
 * Signing up without the looks: for a form of one's own.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot sign up.
 */
export function useSignUp({ onSignedUp }: SignUpOptions = {}): SessionSubmission<SignUpDetails> {
  const { adapter } = useAdapter();
  return useSessionSubmission(offered(adapter, 'signUp', '<SignUp>'), onSignedUp, 'sign-up');
}
