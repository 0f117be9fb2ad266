import type { AuthAdapter, AuthOperation } from '../../src/auth/AuthAdapter.ts';
import type { Weather } from './loopback.ts';

/** An adapter with a real backend of its own behind it, on a server that is there already. */
export interface AdapterWorld {
  readonly adapter: AuthAdapter;
  /** The backend. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** With a `Retry-After` of 30 seconds. */
  setMode(mode: 'operational' | 'maintenance' | 'unavailable'): void;
  /** Ends every session without the browser's doing. */
  endSessions(): void;
  /** What the person finds in their mail, where the backend sends any. */
  readonly lastCode?: (email: string) => string | undefined;
  /** What the person says at another service that the browser was sent to. */
  readonly answerAtProvider?: (
    url: string,
    answer: { readonly emailAddress: string },
  ) => string | Promise<string>;
  /** Where its clock stands. Default: `now`. */
  readonly now?: () => number;
  /** What the authenticator of `cautious` holds. Default: theirs. */
  readonly secret?: string;
}

/** What a backend may ask for beyond the usual. */
export interface Demands {
  readonly verifyEmailAddress?: boolean;
  readonly verifyNewDevices?: boolean;
  readonly legalConsent?: boolean;
  /** Whether a sign-up signs in as well. Default: true. */
  readonly signInAfterSignUp?: boolean;
}

export interface Contract {
  /** The operations that the adapter has. */
  readonly offers: readonly AuthOperation[];
  /** Mutations of the port that this backend carries out by reading alone. */
  readonly reading?: readonly AuthOperation[];
  /** Operations that ask nobody, so that no weather reaches them. */
  readonly local?: readonly AuthOperation[];
  /** Operations whose first answer the client keeps from its hooks, and the `Response` with it. */
  readonly unheard?: readonly AuthOperation[];
  /** The foul weather that it is put through. Default: all of it. */
  readonly weathers?: readonly Weather[];
  /** `origin` is where the server is that the world is to be behind. */
  readonly createWorld: (origin: string, demands: Demands) => AdapterWorld | Promise<AdapterWorld>;
}

/** Where the clock of a backend stands that can be told the time. */
export const now = Date.UTC(2026, 10, 3, 10);

/** Who has an account in every world. */
export const account = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse' };
export const credentials = { identifier: account.email, password: account.password };

/** What a browser knows the account's passkey by, where the backend has that: in base64url. */
export const passkeyId = 'cGFzc2tleS1vZi1hZGE';

/** Who signs in with an authenticator too, where the backend has that. */
export const cautious = {
  identifier: 'grace@example.com',
  password: 'nanoseconds',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  backupCode: 'backup-1',
};
