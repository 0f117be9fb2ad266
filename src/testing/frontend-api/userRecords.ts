import type { PasswordHash } from './passwords.ts';
import type { VerificationRecord } from './verification.ts';

export type Metadata = Readonly<Record<string, unknown>>;

export interface EmailAddressRecord {
  readonly id: string;
  readonly emailAddress: string;
  readonly createdAt: number;
  verification: VerificationRecord | null;
}

/** An account at a provider. */
export interface ExternalAccountRecord {
  readonly id: string;
  /** "oauth_google". */
  readonly strategy: string;
  emailAddress: string;
  verification: VerificationRecord;
}

export interface UserRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly legalAcceptedAt: number | null;
  emailAddresses: EmailAddressRecord[];
  primaryEmailAddressId: string | null;
  externalAccounts: ExternalAccountRecord[];
  username: string | null;
  firstName: string | null;
  lastName: string | null;
  /** Empty without a picture. */
  imageUrl: string;
  /** `null` for a user who signs in without a password. */
  password: PasswordHash | null;
  authenticator: { readonly secret: string; isVerified: boolean } | null;
  /** Each is valid for one sign-in. */
  backupCodes: ReadonlySet<string>;
  /** By credential id. */
  passkeys: ReadonlySet<string>;
  /** Data that the user can change and that the API doesn't interpret. */
  unsafeMetadata: Metadata;
  updatedAt: number;
  lastSignInAt: number | null;
}

export function primaryEmailAddress(user: UserRecord): EmailAddressRecord | undefined {
  return user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId);
}

/** Returns the user's identifier: the primary address, else the username. */
export function identifierOf(user: UserRecord): string {
  return primaryEmailAddress(user)?.emailAddress ?? user.username ?? '';
}

export function hasSecondFactor(user: UserRecord): boolean {
  return user.authenticator?.isVerified === true;
}

export function fullNameOf({ firstName, lastName }: UserRecord): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}
