import type { SecondFactor } from './SessionPort.ts';

export interface PasswordCredentials {
  /** An email address, or whatever else the backend accepts in its place. */
  readonly identifier: string;
  readonly password: string;
}

/** What a code that was sent by email is for. */
export type CodePurpose = 'sign-in' | 'second-factor' | 'new-password';

/**
 * How a sign-in went on, and so what a form asks for next:
 *
 * - `complete`: somebody is signed in.
 * - `needs-code`: a code was sent; `submitSignInCode` takes it, `resendSignInCode` sends another one.
 * - `needs-second-factor`: `submitSecondFactor` takes one of `factors`; for `email-code`,
 *   `requestSecondFactorCode` comes first.
 * - `needs-new-password`: `setNewPassword` takes it, after a code for a forgotten password or where the
 *   backend asks for a new one.
 */
export type SignInResult =
  | { readonly status: 'complete' }
  | {
      readonly status: 'needs-code';
      /** Where the code went, as far as the backend says it: "a***@example.com". */
      readonly sentTo: string;
      readonly purpose: CodePurpose;
    }
  | { readonly status: 'needs-second-factor'; readonly factors: readonly SecondFactor[] }
  | { readonly status: 'needs-new-password' };

/** Where the browser has to go: to another service, which sends it back. */
export interface Redirect {
  readonly url: string;
}

export interface ProviderRequest {
  /** The `id` of an `AuthProvider`. */
  readonly provider: string;
  /** The absolute address of the page to come back to. */
  readonly returnUrl: string;
}

/**
 * Signing in, step by step. The adapter knows which sign-in is meant: the one that this browser began last.
 * Each step resolves to the next one.
 */
export interface SignInPort {
  /** The sign-in that is under way, for a page that was reloaded. `null` when there is none. */
  readonly loadSignIn?: () => Promise<SignInResult | null>;
  readonly signInWithPassword?: (credentials: PasswordCredentials) => Promise<SignInResult>;
  /** Begins a sign-in with a code by email. */
  readonly requestSignInCode?: (person: { readonly identifier: string }) => Promise<SignInResult>;
  /** Sends another code for the step that the sign-in is at. */
  readonly resendSignInCode?: () => Promise<SignInResult>;
  readonly submitSignInCode?: (answer: { readonly code: string }) => Promise<SignInResult>;
  /** Sends a code by email where `factors` has `email-code`. */
  readonly requestSecondFactorCode?: () => Promise<SignInResult>;
  readonly submitSecondFactor?: (answer: {
    readonly factor: 'authenticator' | 'backup-code';
    readonly code: string;
  }) => Promise<SignInResult>;
  /** Begins a sign-in of somebody who forgot the password, with a code by email. */
  readonly requestPasswordReset?: (person: { readonly identifier: string }) => Promise<SignInResult>;
  readonly setNewPassword?: (choice: {
    readonly password: string;
    /** Default: false. */
    readonly signOutOtherDevices?: boolean;
  }) => Promise<SignInResult>;
  /** Begins a sign-in at another service. It may as well create an account. */
  readonly signInWithProvider?: (request: ProviderRequest) => Promise<Redirect>;
  /**
   * On the page that the browser came back to: what came of it. Where the person has no account yet this
   * creates one.
   *
   * @throws {AuthError} `provider_denied` when the other service said no.
   */
  readonly finishProviderSignIn?: () => Promise<SignInResult | SignUpResult>;
  /**
   * Asks the browser for a passkey.
   *
   * @throws {AuthError} `passkey_cancelled` when the person closed its dialog.
   */
  readonly signInWithPasskey?: () => Promise<SignInResult>;
}

export interface SignUpDetails {
  /** The whole name. Left out where the parts are given. */
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly email: string;
  readonly password: string;
  /** That the person agreed to the terms. */
  readonly legalConsent?: boolean;
}

/** What a sign-up may lack. */
export type SignUpField = 'firstName' | 'lastName' | 'username' | 'email' | 'password' | 'legalConsent';

/**
 * How a sign-up went on:
 *
 * - `complete`: the account is there and the person signed in.
 * - `needs-code`: the address is to be verified; `submitSignUpCode` takes the code, `resendSignUpCode` sends
 *   another one.
 * - `needs-details`: `completeSignUp` takes what is missing, for example after signing in with a provider.
 */
export type SignUpResult =
  | { readonly status: 'complete' }
  | { readonly status: 'needs-code'; readonly sentTo: string; readonly purpose: 'sign-up' }
  | { readonly status: 'needs-details'; readonly missing: readonly SignUpField[] };

/** Creating an account, step by step, as with `SignInPort`. */
export interface SignUpPort {
  /** The sign-up that is under way, for a page that was reloaded. `null` when there is none. */
  readonly loadSignUp?: () => Promise<SignUpResult | null>;
  readonly signUp?: (details: SignUpDetails) => Promise<SignInResult | SignUpResult>;
  readonly completeSignUp?: (details: Partial<SignUpDetails>) => Promise<SignUpResult>;
  readonly resendSignUpCode?: () => Promise<SignUpResult>;
  readonly submitSignUpCode?: (answer: { readonly code: string }) => Promise<SignUpResult>;
}
