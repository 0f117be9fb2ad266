'use client';

import type { SignUpDetails } from '../../auth/AuthAdapter.ts';
import { requireOperation } from '../../auth/requireOperation.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useAuthFlow, type AuthFlow, type SessionSubmission } from '../auth-flow/useAuthFlow.ts';

export interface SignUpOptions {
  /** Called when the account exists, the user is signed in and the session is loaded. */
  readonly onSignedUp?: (() => void) | undefined;
  /** Redirects the browser to a provider. Default: `location.assign`. */
  readonly onRedirect?: ((url: string) => void) | undefined;
}

export interface SignUpController extends AuthFlow, SessionSubmission<SignUpDetails> {}

/**
 * Controls sign-up over all its steps, for your own form. `step` is the current step, `actions` answer it, and
 * `submission` is the state of the answer. `submit` answers the first step.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't sign up.
 */
export function useSignUp({ onSignedUp, onRedirect }: SignUpOptions = {}): SignUpController {
  const { adapter } = useAdapter();
  requireOperation(adapter, 'signUp', '<SignUp>');
  const flow = useAuthFlow({ flow: 'sign-up', onComplete: onSignedUp, onRedirect });
  return { ...flow, submit: (details) => flow.actions.signUp?.(details) ?? Promise.resolve() };
}
