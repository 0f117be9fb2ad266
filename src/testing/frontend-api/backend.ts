import { createAccounts, type Accounts } from './accounts.ts';
import { hashPassword, isPassword, type PasswordHash } from './passwords.ts';
import { createRateLimit, type RateLimit } from './rateLimit.ts';
import type { FrontendApiSettings } from './settings.ts';
import type { SessionRecord, Store } from './store.ts';
import { createTokenSigner } from './tokens.ts';
import type { UserRecord } from './userRecords.ts';
import { createMail, type Mail } from './verification.ts';

/** The state and services that the routes share. */
export interface Backend {
  readonly store: Store;
  readonly settings: FrontendApiSettings;
  readonly accounts: Accounts;
  readonly mail: Mail;
  /** Returns whether the emulator is in any mode but `operational`. */
  readonly isInMaintenance: () => boolean;
  readonly hashPassword: (password: string) => Promise<PasswordHash>;
  /** Also resolves to false for a user without a password. */
  readonly hasPassword: (user: UserRecord, password: string) => Promise<boolean>;
  readonly createToken: (session: SessionRecord) => Promise<string>;
  /** @throws {ApiError} `too_many_requests` after the last allowed sign-in attempt. */
  readonly countSignIn: () => void;
  /** @throws {ApiError} `too_many_requests` after the last allowed code. */
  readonly countCode: () => void;
}

export interface BackendOptions {
  readonly store: Store;
  readonly settings: FrontendApiSettings;
  readonly newCode: () => string;
  readonly isInMaintenance: () => boolean;
  readonly passwordIterations: number;
  readonly signInLimit: RateLimit | undefined;
  readonly codeLimit: RateLimit | undefined;
}

export function createBackend({
  store,
  settings,
  newCode,
  isInMaintenance,
  passwordIterations,
  signInLimit,
  codeLimit,
}: BackendOptions): Backend {
  const signToken = createTokenSigner();
  return {
    store,
    settings,
    accounts: createAccounts(store, settings),
    mail: createMail(store.now, newCode),
    isInMaintenance,
    hashPassword: (password) => hashPassword(password, passwordIterations),
    hasPassword: async (user, password) =>
      user.password !== null && (await isPassword(password, user.password, passwordIterations)),
    createToken: ({ id, user }) =>
      signToken({
        iss: 'https://clerk.localhost',
        sub: user.id,
        sid: id,
        iat: Math.floor(store.now() / 1000),
      }),
    countSignIn: createRateLimit(signInLimit, store.now),
    countCode: createRateLimit(codeLimit, store.now),
  };
}
