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
  /** The origins from which the forms may be sent. */
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
 * Users, organisations, sessions and hashed passwords in the database, whose tables are made or brought up to date
 * first.
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
