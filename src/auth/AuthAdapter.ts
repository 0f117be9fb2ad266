import type { RequestKind } from '../protocol/classifyRequest.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';

/** The person who is signed in, in the kit's own words, whatever the backend calls them. */
export interface AuthUser {
  readonly id: string;
  readonly email?: string;
  readonly name?: string;
  readonly imageUrl?: string;
}

export interface AuthSession {
  readonly id: string;
  readonly user: AuthUser;
}

export interface PasswordCredentials {
  /** An email address, or whatever else the backend accepts in its place. */
  readonly identifier: string;
  readonly password: string;
}

export interface SignUpDetails {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** How a sign-in or a sign-up went on. Later steps of a flow are further members of this union. */
export interface SignInResult {
  readonly status: 'complete';
}

/**
 * What the kit asks of a backend: plain asynchronous functions. `loadSession` is the one that every backend
 * has; a form shows only what the others make possible.
 *
 * Each function rejects with `SystemUnderMaintenanceError` when the API said so, with `AuthError` when the API
 * refused for a reason that people can be told, and with anything else when it could not be reached.
 */
export interface AuthAdapter {
  /** For messages to developers: "frontend-api", "better-auth". */
  readonly name: string;
  /** Absolute, or relative to the page. What it answers is believed, see `apis` of the provider. */
  readonly baseUrl: string;

  /** The session of this browser, or `null` when the session endpoint says explicitly that there is none. */
  readonly loadSession: () => Promise<AuthSession | null>;
  /** Keeps the session alive. Left out, `loadSession` is asked again instead. */
  readonly refreshSession?: () => Promise<AuthSession | null>;
  readonly signInWithPassword?: (credentials: PasswordCredentials) => Promise<SignInResult>;
  readonly signUp?: (details: SignUpDetails) => Promise<SignInResult>;
  readonly signOut?: () => Promise<void>;
  readonly updateUser?: (changes: { readonly name: string }) => Promise<void>;
  /** Asks once whether the maintenance is over. `undefined` and a rejection both mean "no answer". */
  readonly checkService?: () => Promise<ServiceCheck | undefined>;
}

export type AuthOperation = Exclude<keyof AuthAdapter, 'name' | 'baseUrl'>;

/** What a maintenance does to each operation: a `mutation` is guarded, `read` and `session` never are. */
export const authOperations: Readonly<Record<AuthOperation, RequestKind>> = {
  loadSession: 'read',
  refreshSession: 'session',
  signInWithPassword: 'mutation',
  signUp: 'mutation',
  signOut: 'mutation',
  updateUser: 'mutation',
  checkService: 'read',
};
