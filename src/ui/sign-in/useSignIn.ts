'use client';

import type { AuthAdapter, PasswordCredentials } from '../../auth/AuthAdapter.ts';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import { useAdapter } from '../../react/KitContext.ts';
import { KitError } from '../../protocol/KitError.ts';
import type { Identifiers } from '../form/IdentifierField.tsx';
import type { AuthSetup } from '../auth-flow/useAuthOptions.ts';
import { useAuthFlow, type AuthFlow, type SessionSubmission } from '../auth-flow/useAuthFlow.ts';

export interface SignInOptions {
  /** Called when the user is signed in and the session is loaded. */
  readonly onSignedIn?: (() => void) | undefined;
  /** How the browser leaves for another service. Default: `location.assign`. */
  readonly onRedirect?: ((url: string) => void) | undefined;
}

/** How a sign-in may begin, by what the adapter can do and how the backend is set up. */
export interface SignInWays {
  readonly proof: 'password' | 'code' | 'none';
  readonly identifiers: Identifiers;
  readonly providers: readonly AuthProvider[];
  readonly hasPasskey: boolean;
  readonly hasPasswordReset: boolean;
  /** Whether a code may take the password's place. */
  readonly hasCodeInstead: boolean;
}

export interface SignInController extends AuthFlow, SessionSubmission<PasswordCredentials> {
  readonly ways: SignInWays;
}

/**
 * Controls sign-in over all its steps, for your own form. `step` is the current step, `actions` answer it, and
 * `submission` is the state of the answer. `submit` answers the first step with a password.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot sign in.
 */
export function useSignIn({ onSignedIn, onRedirect }: SignInOptions = {}): SignInController {
  const { adapter } = useAdapter();
  if (!canSignIn(adapter)) {
    throw new KitError(
      'MK506',
      `<SignIn> needs signInWithPassword, which the adapter "${adapter.name}" does not offer: leave <SignIn> out, or add the function to the adapter.`,
    );
  }
  const flow = useAuthFlow({ flow: 'sign-in', onComplete: onSignedIn, onRedirect });
  return {
    ...flow,
    ways: waysOf(adapter, flow.setup),
    submit: (credentials) => flow.actions.signInWithPassword?.(credentials) ?? Promise.resolve(),
  };
}

function canSignIn(adapter: AuthAdapter): boolean {
  const { signInWithPassword, requestSignInCode, signInWithProvider, signInWithPasskey } = adapter;
  return [signInWithPassword, requestSignInCode, signInWithProvider, signInWithPasskey].some(
    (operation) => operation !== undefined,
  );
}

/** While nothing is known of the backend it is the password where there is one: nothing then has to be taken back. */
function waysOf(adapter: AuthAdapter, setup: AuthSetup): SignInWays {
  const options = setup.status === 'known' ? setup.options : undefined;
  const isSaid = adapter.loadAuthOptions !== undefined;
  const may = (factor: 'password' | 'email-code' | 'passkey'): boolean =>
    options ? options.firstFactors.includes(factor) : factor === 'password' || !isSaid;
  const canCheckCode = adapter.submitSignInCode !== undefined;
  const hasPassword = adapter.signInWithPassword !== undefined && may('password');
  const hasCode = adapter.requestSignInCode !== undefined && canCheckCode && may('email-code');
  return {
    proof: hasPassword ? 'password' : hasCode ? 'code' : 'none',
    identifiers: options?.identifiers ?? ['email'],
    providers: adapter.signInWithProvider && options ? options.providers : [],
    hasPasskey: adapter.signInWithPasskey !== undefined && may('passkey'),
    hasPasswordReset:
      hasPassword &&
      canCheckCode &&
      adapter.requestPasswordReset !== undefined &&
      adapter.setNewPassword !== undefined,
    hasCodeInstead: hasPassword && hasCode,
  };
}
