import type { PasswordHash } from './passwords.ts';
import type { Metadata, UserRecord } from './userRecords.ts';
import type { VerificationRecord } from './verification.ts';

/** A user that a provider has verified. */
export interface ProviderUser {
  readonly emailAddress: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

export interface SignInRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly identifier: string | null;
  /** `null` until a provider has identified the user. */
  user: UserRecord | null;
  status:
    | 'needs_identifier'
    | 'needs_first_factor'
    | 'needs_second_factor'
    | 'needs_client_trust'
    | 'needs_new_password'
    | 'complete';
  firstFactor: VerificationRecord | null;
  secondFactor: VerificationRecord | null;
  createdSessionId: string | null;
  /** The provider's user, if that user has no account yet. */
  providerUser: ProviderUser | null;
}

export interface SignUpRecord {
  readonly id: string;
  readonly createdAt: number;
  emailAddress: string | null;
  username: string | null;
  firstName: string | null;
  lastName: string | null;
  password: PasswordHash | null;
  legalAcceptedAt: number | null;
  unsafeMetadata: Metadata;
  emailVerification: VerificationRecord | null;
  /** The provider that verified the user and the address: "oauth_google". */
  readonly externalStrategy: string | null;
  status: 'missing_requirements' | 'complete';
  createdUserId: string | null;
  createdSessionId: string | null;
}
