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
  /** The organisation that the person works in at the moment; left out for their personal account. */
  readonly organizationId?: string;
}

export interface SessionRequestOptions {
  /** Aborts when the kit no longer waits for the answer: pass it to `fetch`. */
  readonly signal?: AbortSignal | undefined;
}

/** Who is signed in, and whether the service works. */
export interface SessionPort {
  /** The session of this browser, or `null` when the session endpoint says explicitly that there is none. */
  readonly loadSession: (options?: SessionRequestOptions) => Promise<AuthSession | null>;
  /** Keeps the session alive. Left out, `loadSession` is asked again instead. */
  readonly refreshSession?: (options?: SessionRequestOptions) => Promise<AuthSession | null>;
  readonly signOut?: () => Promise<void>;
  /** Asks once whether the maintenance is over. `undefined` and a rejection both mean "no answer". */
  readonly checkService?: () => Promise<ServiceCheck | undefined>;
  /** What the backend offers and asks for, so that forms show neither more nor less. */
  readonly loadAuthOptions?: () => Promise<AuthOptions>;
}

/** Another service that people may sign in with. */
export interface AuthProvider {
  /** What the operations take: "google". */
  readonly id: string;
  /** What people call it: "Google". */
  readonly name: string;
  readonly logoUrl?: string;
}

/** What a second factor may be. */
export type SecondFactor = 'authenticator' | 'backup-code' | 'email-code';

export type FieldRequirement = 'off' | 'optional' | 'required';

/** How the backend is set up. */
export interface AuthOptions {
  /** The name of the application, where the backend knows it. */
  readonly applicationName?: string;
  /** What a sign-in accepts as identifier. */
  readonly identifiers: readonly ('email' | 'username')[];
  /** How a sign-in may be proved, apart from the providers. */
  readonly firstFactors: readonly ('password' | 'email-code' | 'passkey')[];
  /** What people may turn on as second factor. */
  readonly secondFactors: readonly SecondFactor[];
  readonly providers: readonly AuthProvider[];
  readonly password: { readonly minLength: number; readonly maxLength: number };
  readonly signUp: {
    /** False where nobody may create an account by themselves. */
    readonly isOpen: boolean;
    /** The whole name, for a backend that does not take it apart. Default: "off". */
    readonly name?: FieldRequirement;
    readonly firstName: FieldRequirement;
    readonly lastName: FieldRequirement;
    readonly username: FieldRequirement;
    readonly password: FieldRequirement;
    /** Whether the terms have to be agreed to. */
    readonly legalConsent: boolean;
    readonly termsUrl?: string;
    readonly privacyUrl?: string;
  };
  readonly user: { readonly canDeleteAccount: boolean };
  readonly organizations: { readonly isOn: boolean; readonly canCreate: boolean; readonly hasSlugs: boolean };
}
