import type { AuthErrorCode, AuthField } from '../../auth/AuthError.ts';

interface Refusal {
  readonly code: AuthErrorCode;
  readonly field?: AuthField;
}

/** better-auth's codes, and what each one means to the kit. What is not listed is `unexpected`. */
export const refusals: Readonly<Record<string, Refusal>> = {
  INVALID_EMAIL_OR_PASSWORD: { code: 'invalid_credentials' },
  INVALID_PASSWORD: { code: 'invalid_credentials', field: 'password' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: { code: 'invalid_credentials' },
  USER_NOT_FOUND: { code: 'invalid_credentials' },
  USER_ALREADY_EXISTS: { code: 'identifier_taken', field: 'email' },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: { code: 'identifier_taken', field: 'email' },
  PASSWORD_TOO_SHORT: { code: 'password_too_weak', field: 'password' },
  PASSWORD_TOO_LONG: { code: 'password_too_weak', field: 'password' },
  PASSWORD_COMPROMISED: { code: 'password_too_weak', field: 'password' },
  INVALID_EMAIL: { code: 'invalid_input', field: 'email' },
  INVALID_USERNAME: { code: 'invalid_input', field: 'username' },
  USERNAME_IS_ALREADY_TAKEN: { code: 'username_taken', field: 'username' },
  EMAIL_NOT_VERIFIED: { code: 'email_unverified' },
  UNAUTHORIZED: { code: 'signed_out' },
  SESSION_NOT_FRESH: { code: 'reverification_required' },
  SESSION_EXPIRED: { code: 'reverification_required' },
  VALIDATION_ERROR: { code: 'invalid_input' },
  MISSING_FIELD: { code: 'invalid_input' },
};
