import type { PasswordHash } from './passwords.ts';
import type { UserRecord } from './userRecords.ts';
import type { VerificationRecord } from './verification.ts';

/** Whom another service vouches for. */
export interface ProviderPerson {
  readonly emailAddress: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

export interface SignInRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly identifier: string | null;
  /** `null` while another service has not said who it is. */
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
  /** Whom the other service vouched for, where that person has no account yet. */
  person: ProviderPerson | null;
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
  emailVerification: VerificationRecord | null;
  /** The service that vouches for the person, and so for the address: "oauth_google". */
  readonly externalStrategy: string | null;
  status: 'missing_requirements' | 'complete';
  createdUserId: string | null;
  createdSessionId: string | null;
}
