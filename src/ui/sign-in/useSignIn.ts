'use client';

import type { PasswordCredentials } from '../../auth/AuthAdapter.ts';
import { offered } from '../../auth/offered.ts';
import { useAdapter } from '../../react/KitContext.ts';
import { useSessionSubmission, type SessionSubmission } from '../../react/useSessionSubmission.ts';

export interface SignInOptions {
  /** Called when the person is signed in and the session is loaded. */
  readonly onSignedIn?: (() => void) | undefined;
}

/**
 * Signing in without the looks: for a form of one's own.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot sign in.
 */
export function useSignIn({ onSignedIn }: SignInOptions = {}): SessionSubmission<PasswordCredentials> {
  const { adapter } = useAdapter();
  return useSessionSubmission(offered(adapter, 'signInWithPassword', '<SignIn>'), onSignedIn, 'sign-in');
}
