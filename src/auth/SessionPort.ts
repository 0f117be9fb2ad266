import type { ServiceCheck } from '../protocol/serviceCheck.ts';

/** The user who is signed in, in the kit's own format, independent of the backend. */
export interface AuthUser {
  readonly id: string;
  readonly email?: string;
  readonly name?: string;
  readonly imageUrl?: string;
}

export interface AuthSession {
  readonly id: string;
  readonly user: AuthUser;
  /** The active organization. Absent for the personal account. */
  readonly organizationId?: string;
}

export interface SessionRequestOptions {
  /** Aborts when the kit no longer waits for the answer. Pass it to `fetch`. */
  readonly signal?: AbortSignal | undefined;
}

/** The session of this browser, and the state of the service. */
export interface SessionPort {
  /**
   * Loads the session of this browser. Resolves to `null` only if the session endpoint says explicitly that there is
   * none.
   */
  readonly loadSession: (options?: SessionRequestOptions) => Promise<AuthSession | null>;
  /** Keeps the session alive. Default: `loadSession`. */
  readonly refreshSession?: (options?: SessionRequestOptions) => Promise<AuthSession | null>;
  readonly signOut?: () => Promise<void>;
  /**
   * Asks once what the service can do. `undefined` and a rejection both mean "no answer". With `maxAgeMs`, the answer to a
   * request that was sent at most that many milliseconds ago will do, for example the one of `loadAuthOptions`. `signal` aborts
   * the request when it takes too long.
   */
  readonly checkService?: (options?: {
    readonly maxAgeMs?: number;
    readonly signal?: AbortSignal;
  }) => Promise<ServiceCheck | undefined>;
  /** Loads the features and requirements of the backend, which the forms follow. */
  readonly loadAuthOptions?: () => Promise<AuthOptions>;
}

/** A service that users can sign in with. */
export interface AuthProvider {
  /** The identifier that the operations take: "google". */
  readonly id: string;
  /** The name that users read: "Google". */
  readonly name: string;
  readonly logoUrl?: string;
}

/** A kind of second factor. */
export type SecondFactor = 'authenticator' | 'backup-code' | 'email-code';

export type FieldRequirement = 'off' | 'optional' | 'required';

/** The configuration of the backend. */
export interface AuthOptions {
  /** The name of the application, if the backend knows it. */
  readonly applicationName?: string;
  /** The identifiers that a sign-in accepts. */
  readonly identifiers: readonly ('email' | 'username')[];
  /** The first factors that a sign-in accepts, apart from the providers. */
  readonly firstFactors: readonly ('password' | 'email-code' | 'passkey')[];
  /** The second factors that users can turn on. */
  readonly secondFactors: readonly SecondFactor[];
  readonly providers: readonly AuthProvider[];
  readonly password: { readonly minLength: number; readonly maxLength: number };
  readonly signUp: {
    /** False if users can't create an account themselves. */
    readonly isOpen: boolean;
    /** The full name, for a backend that doesn't split it. Default: "off". */
    readonly name?: FieldRequirement;
    readonly firstName: FieldRequirement;
    readonly lastName: FieldRequirement;
    readonly username: FieldRequirement;
    readonly password: FieldRequirement;
    /** Whether the user must accept the terms. */
    readonly legalConsent: boolean;
    readonly termsUrl?: string;
    readonly privacyUrl?: string;
  };
  readonly user: { readonly canDeleteAccount: boolean };
  readonly organizations: { readonly isOn: boolean; readonly canCreate: boolean; readonly hasSlugs: boolean };
}
