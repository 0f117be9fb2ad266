'use client';

import type { AuthAdapter, PasswordCredentials } from '../../auth/AuthAdapter.ts';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { KitError } from '../../protocol/KitError.ts';
import type { Identifiers } from '../form/IdentifierField.tsx';
import type { AuthSetup } from '../auth-flow/useAuthOptions.ts';
import { useAuthFlow, type AuthFlow, type SessionSubmission } from '../auth-flow/useAuthFlow.ts';

export interface SignInOptions {
  /** Called when the user is signed in and the session is loaded. */
  readonly onSignedIn?: (() => void) | undefined;
  /** Redirects the browser to a provider. Default: `location.assign`. */
  readonly onRedirect?: ((url: string) => void) | undefined;
}

/** The ways to begin a sign-in, by the adapter and the options of the backend. */
export interface SignInWays {
  readonly proof: 'password' | 'code' | 'none';
  readonly identifiers: Identifiers;
  readonly providers: readonly AuthProvider[];
  readonly hasPasskey: boolean;
  readonly hasPasswordReset: boolean;
  /** Whether a code can replace the password. */
  readonly hasCodeInstead: boolean;
}

export interface SignInController extends AuthFlow, SessionSubmission<PasswordCredentials> {
  readonly ways: SignInWays;
}

/**
 * Controls sign-in over all its steps, for your own form. `step` is the current step, `actions` answer it, and
 * `submission` is the state of the answer. `submit` answers the first step with a password.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't sign in.
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

/**
 * Returns the ways to begin. While the options are unknown it is the password if the adapter supports one, so that
 * loading the options removes nothing.
 */
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
