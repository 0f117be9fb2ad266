import { hashPassword, isPassword, type PasswordHash } from './passwords.ts';
import { createRateLimit, type RateLimit } from './rateLimit.ts';
import type { SessionRecord, Store, UserRecord } from './store.ts';
import { createTokenSigner } from './tokens.ts';

/** What the routes of every resource work with. */
export interface Backend {
  readonly store: Store;
  /** True while the emulator is in any mode but `operational`. */
  readonly isInMaintenance: () => boolean;
  readonly hashPassword: (password: string) => Promise<PasswordHash>;
  readonly hasPassword: (user: UserRecord, password: string) => Promise<boolean>;
  readonly createToken: (session: SessionRecord) => Promise<string>;
  /** @throws {ApiError} `too_many_requests` for one sign-in too many. */
  readonly countSignIn: () => void;
}

export interface BackendOptions {
  readonly store: Store;
  readonly isInMaintenance: () => boolean;
  readonly passwordIterations: number;
  readonly signInLimit: RateLimit | undefined;
}

export function createBackend({
  store,
  isInMaintenance,
  passwordIterations,
  signInLimit,
}: BackendOptions): Backend {
  const signToken = createTokenSigner();
  return {
    store,
    isInMaintenance,
    hashPassword: (password) => hashPassword(password, passwordIterations),
    hasPassword: (user, password) => isPassword(password, user.password, passwordIterations),
    createToken: ({ id, user }) =>
      signToken({
        iss: 'https://clerk.localhost',
        sub: user.id,
        sid: id,
        iat: Math.floor(store.now() / 1000),
      }),
    countSignIn: createRateLimit(signInLimit, store.now),
  };
}
