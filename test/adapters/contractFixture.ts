import type { AuthAdapter, AuthOperation } from '../../src/auth/AuthAdapter.ts';
import type { NetworkCondition } from './network.ts';

/** An adapter with its own real backend, on a running server. */
export interface AdapterFixture {
  readonly adapter: AuthAdapter;
  /** The backend. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Sets the mode, with a `Retry-After` of 30 seconds. */
  setMode(mode: 'operational' | 'maintenance' | 'unavailable'): void;
  /** Ends every session without the browser. */
  endSessions(): void;
  /** Returns the code of the user's last email, if the backend sends any. */
  readonly lastCode?: (email: string) => string | undefined;
  /** Answers for the user at a provider. */
  readonly answerAtProvider?: (
    url: string,
    answer: { readonly emailAddress: string },
  ) => string | Promise<string>;
  /** The backend's current time. Default: `now`. */
  readonly now?: () => number;
  /** The secret of the authenticator of `cautious`. Default: its own. */
  readonly secret?: string;
}

/** Optional requirements of a backend. */
export interface Demands {
  readonly verifyEmailAddress?: boolean;
  readonly verifyNewDevices?: boolean;
  readonly legalConsent?: boolean;
  /** Whether a sign-up signs in as well. Default: true. */
  readonly signInAfterSignUp?: boolean;
}

export interface Contract {
  /** The operations that the adapter has. */
  readonly supported: readonly AuthOperation[];
  /** Whether the adapter sends and loads additional fields. Default: true. */
  readonly supportsAdditionalFields?: boolean;
  /** Mutations of the port that this backend implements with reads only. */
  readonly reading?: readonly AuthOperation[];
  /** Operations that send no request, so that no network fault affects them. */
  readonly local?: readonly AuthOperation[];
  /** Operations whose first response the client hides from its hooks. */
  readonly unseen?: readonly AuthOperation[];
  /** The network faults to test. Default: all of them. */
  readonly networkFaults?: readonly NetworkCondition[];
  /** Creates the backend. `origin` is the server that will be in front of it. */
  readonly createFixture: (origin: string, demands: Demands) => AdapterFixture | Promise<AdapterFixture>;
}

/** The clock of a backend whose time can be set. */
export const now = Date.UTC(2026, 10, 3, 10);

/** The account in every backend. */
export const account = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse' };
/** A user without an account. */
export const newUser = { ...account, email: 'new.user@example.com' };
export const credentials = { identifier: account.email, password: account.password };

/** The credential id of the account's passkey, if the backend supports it: in base64url. */
export const passkeyId = 'cGFzc2tleS1vZi1hZGE';

/** The user who signs in with an authenticator too, if the backend supports it. */
export const cautious = {
  identifier: 'grace@example.com',
  password: 'nanoseconds',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  backupCode: 'backup-1',
};
