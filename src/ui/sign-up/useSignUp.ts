'use client';

import type { SignUpDetails } from '../../auth/AuthAdapter.ts';
import { requireOperation } from '../../auth/requireOperation.ts';
import { useAdapter } from '../../react/KitContext.ts';
import { useAuthFlow, type AuthFlow, type SessionSubmission } from '../auth-flow/useAuthFlow.ts';

export interface SignUpOptions {
  /** Called when the account exists, the person is signed in and the session is loaded. */
  readonly onSignedUp?: (() => void) | undefined;
  /** How the browser leaves for another service. Default: `location.assign`. */
  readonly onRedirect?: ((url: string) => void) | undefined;
}

export interface SignUpController extends AuthFlow, SessionSubmission<SignUpDetails> {}

/**
 * Signing up over all its steps without the looks: for a form of one's own. `step` says what is asked for,
 * `actions` answer it, `submission` says how far the answer is. `submit` answers the first step.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot sign up.
 */
export function useSignUp({ onSignedUp, onRedirect }: SignUpOptions = {}): SignUpController {
  const { adapter } = useAdapter();
  requireOperation(adapter, 'signUp', '<SignUp>');
  const flow = useAuthFlow({ flow: 'sign-up', onComplete: onSignedUp, onRedirect });
  return { ...flow, submit: (details) => flow.actions.signUp?.(details) ?? Promise.resolve() };
}
