import type { SecondFactor } from './SessionPort.ts';

export interface PasswordCredentials {
  /** An email address, or another identifier that the backend accepts. */
  readonly identifier: string;
  readonly password: string;
}

/** The purpose of a code that was sent by email. */
export type CodePurpose = 'sign-in' | 'second-factor' | 'new-password';

/**
 * The result of a step of the sign-in, which determines the next form:
 *
 * - `complete`: the user is signed in.
 * - `needs-code`: a code was sent; `submitSignInCode` takes it, `resendSignInCode` sends another one.
 * - `needs-second-factor`: `submitSecondFactor` takes one of `factors`; for `email-code`, `requestSecondFactorCode`
 *   comes first.
 * - `needs-new-password`: `setNewPassword` takes it, after a code for a forgotten password or if the backend requires a
 *   new one.
 */
export type SignInResult =
  | { readonly status: 'complete' }
  | {
      readonly status: 'needs-code';
      /** The destination of the code, as far as the backend reveals it: "a***@example.com". */
      readonly sentTo: string;
      readonly purpose: CodePurpose;
    }
  | { readonly status: 'needs-second-factor'; readonly factors: readonly SecondFactor[] }
  | { readonly status: 'needs-new-password' };

/** A URL that the browser must open: a provider, which redirects back. */
export interface Redirect {
  readonly url: string;
}

export interface ProviderRequest {
  /** The `id` of an `AuthProvider`. */
  readonly provider: string;
  /** The absolute URL of the page to which the provider redirects back. */
  readonly returnUrl: string;
}

/**
 * Signing in, step by step. The adapter keeps track of the current sign-in: the one that this browser began last. Each
 * step resolves to the next one.
 */
export interface SignInPort {
  /** Loads the sign-in in progress, for a page that was reloaded. Resolves to `null` if there is none. */
  readonly loadSignIn?: () => Promise<SignInResult | null>;
  readonly signInWithPassword?: (credentials: PasswordCredentials) => Promise<SignInResult>;
  /** Begins a sign-in with a code by email. */
  readonly requestSignInCode?: (user: { readonly identifier: string }) => Promise<SignInResult>;
  /** Sends another code for the current step of the sign-in. */
  readonly resendSignInCode?: () => Promise<SignInResult>;
  readonly submitSignInCode?: (answer: { readonly code: string }) => Promise<SignInResult>;
  /** Sends a code by email if `factors` includes `email-code`. */
  readonly requestSecondFactorCode?: () => Promise<SignInResult>;
  readonly submitSecondFactor?: (answer: {
    readonly factor: 'authenticator' | 'backup-code';
    readonly code: string;
  }) => Promise<SignInResult>;
  /** Begins a sign-in for a user who forgot the password, with a code by email. */
  readonly requestPasswordReset?: (user: { readonly identifier: string }) => Promise<SignInResult>;
  readonly setNewPassword?: (choice: {
    readonly password: string;
    /** Default: false. */
    readonly signOutOtherDevices?: boolean;
  }) => Promise<SignInResult>;
  /** Begins a sign-in at a provider, which can also create an account. */
  readonly signInWithProvider?: (request: ProviderRequest) => Promise<Redirect>;
  /**
   * Completes the sign-in on the page to which the provider redirects back. Creates an account for a new user.
   *
   * @throws {AuthError} `provider_denied` if the provider denied it.
   */
  readonly finishProviderSignIn?: () => Promise<SignInResult | SignUpResult>;
  /**
   * Requests a passkey from the browser.
   *
   * @throws {AuthError} `passkey_canceled` if the user closed the browser's dialog.
   */
  readonly signInWithPasskey?: () => Promise<SignInResult>;
}

export interface SignUpDetails {
  /** The full name. Absent if its parts are given. */
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly email: string;
  readonly password: string;
  /** Whether the user accepted the terms. */
  readonly legalConsent?: boolean;
  /** The values of the application's additional fields, by the `name` of each. */
  readonly additional?: Readonly<Record<string, string>>;
}

/** A detail that can be missing in a sign-up. */
export type SignUpField = 'firstName' | 'lastName' | 'username' | 'email' | 'password' | 'legalConsent';

/**
 * The result of a step of the sign-up:
 *
 * - `complete`: the account exists and the user is signed in.
 * - `needs-code`: the address must be verified; `submitSignUpCode` takes the code, `resendSignUpCode` sends another
 *   one.
 * - `needs-details`: `completeSignUp` takes the missing details, for example after signing in with a provider.
 * - `needs-sign-in`: the account exists, and no user is signed in. The user signs in next; if `confirmEmail`, after
 *   following a link that was sent by email.
 */
export type SignUpResult =
  | { readonly status: 'complete' }
  | { readonly status: 'needs-code'; readonly sentTo: string; readonly purpose: 'sign-up' }
  | { readonly status: 'needs-details'; readonly missing: readonly SignUpField[] }
  | { readonly status: 'needs-sign-in'; readonly confirmEmail?: boolean };

/** Creating an account, step by step, as with `SignInPort`. */
export interface SignUpPort {
  /** Loads the sign-up in progress, for a page that was reloaded. Resolves to `null` if there is none. */
  readonly loadSignUp?: () => Promise<SignUpResult | null>;
  readonly signUp?: (details: SignUpDetails) => Promise<SignInResult | SignUpResult>;
  readonly completeSignUp?: (details: Partial<SignUpDetails>) => Promise<SignUpResult>;
  readonly resendSignUpCode?: () => Promise<SignUpResult>;
  readonly submitSignUpCode?: (answer: { readonly code: string }) => Promise<SignUpResult>;
}
