import type { Client } from '@libsql/client';
import { LibsqlDialect } from '@libsql/kysely-libsql';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';

export interface AuthOptions {
  readonly database: Client;
  readonly secret: string;
  readonly address: string;
  /** The origins from which the forms may be sent. */
  readonly origins: readonly string[];
}

/** Users, sessions and hashed passwords in the database, whose tables are made or brought up to date first. */
export async function createAuth({ database, secret, address, origins }: AuthOptions) {
  const auth = betterAuth({
    baseURL: address,
    secret,
    trustedOrigins: [...origins],
    database: { dialect: new LibsqlDialect({ client: database }), type: 'sqlite' },
    emailAndPassword: { enabled: true },
    // Whoever tries the playground out presses the buttons more often than its limits allow.
    rateLimit: { enabled: false },
    // Said outright, for the library would check no origin where it finds itself under test.
    advanced: { disableOriginCheck: false, disableCSRFCheck: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  return auth;
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;
