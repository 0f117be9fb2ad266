import type { Client } from '@libsql/client';
import { LibsqlDialect } from '@libsql/kysely-libsql';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { emailOTP, organization, twoFactor } from 'better-auth/plugins';
import type { Mailbox } from './createMailbox.ts';

export interface AuthOptions {
  readonly database: Client;
  readonly secret: string;
  readonly address: string;
  /** The origins whose pages may send the forms. */
  readonly origins: readonly string[];
  readonly mailbox: Mailbox;
}

const subjects = {
  'sign-in': 'Your code to sign in',
  'email-verification': 'Your code to verify this address',
  'forget-password': 'Your code for a new password',
  'change-email': 'Your code to change the address',
} as const;

/**
 * Creates better-auth on the database: users, organizations, sessions and hashed passwords. Creates or migrates the
 * tables first.
 */
export async function createAuth({ database, secret, address, origins, mailbox }: AuthOptions) {
  const auth = betterAuth({
    baseURL: address,
    secret,
    appName: 'Acme',
    trustedOrigins: [...origins],
    database: { dialect: new LibsqlDialect({ client: database }), type: 'sqlite' },
    emailAndPassword: { enabled: true },
    user: { deleteUser: { enabled: true } },
    plugins: [
      emailOTP({
        sendVerificationOTP: ({ email, otp, type }) =>
          mailbox.send({ to: email, subject: subjects[type], text: otp }),
      }),
      twoFactor({
        otpOptions: {
          sendOTP: ({ user, otp }) =>
            mailbox.send({ to: user.email, subject: 'Your second factor', text: otp }),
        },
      }),
      organization({
        sendInvitationEmail: ({ email, organization: { name }, inviter }) =>
          mailbox.send({
            to: email,
            subject: `Join ${name}`,
            text: `${inviter.user.name} invites you.`,
          }),
      }),
    ],
    // Users of the playground press buttons more often than the rate limits allow.
    rateLimit: { enabled: false },
    // Explicit, because better-auth doesn't check origins in tests.
    advanced: { disableOriginCheck: false, disableCSRFCheck: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  return auth;
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;
