import { AuthError, type AuthErrorCode, type AuthField, type ErrorField } from '../../auth/AuthError.ts';
import { lookUp } from '../../protocol/lookUp.ts';

type MappedError = readonly [code: AuthErrorCode, field?: AuthField];

/** The kit's code and field for each of better-auth's codes. */
const apiErrors: Readonly<Record<string, MappedError>> = {
  INVALID_EMAIL_OR_PASSWORD: ['invalid_credentials'],
  INVALID_USERNAME_OR_PASSWORD: ['invalid_credentials'],
  INVALID_PASSWORD: ['invalid_credentials', 'password'],
  CREDENTIAL_ACCOUNT_NOT_FOUND: ['invalid_credentials'],
  USER_NOT_FOUND: ['invalid_credentials'],
  USER_ALREADY_EXISTS: ['identifier_taken', 'email'],
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: ['identifier_taken', 'email'],
  PASSWORD_TOO_SHORT: ['password_too_weak', 'password'],
  PASSWORD_TOO_LONG: ['password_too_weak', 'password'],
  PASSWORD_COMPROMISED: ['password_too_weak', 'password'],
  INVALID_EMAIL: ['invalid_input', 'email'],
  INVALID_USERNAME: ['invalid_input', 'username'],
  USERNAME_TOO_SHORT: ['invalid_input', 'username'],
  USERNAME_TOO_LONG: ['invalid_input', 'username'],
  USERNAME_IS_ALREADY_TAKEN: ['username_taken', 'username'],
  EMAIL_NOT_VERIFIED: ['email_unverified'],
  EMAIL_PASSWORD_SIGN_UP_DISABLED: ['not_allowed'],

  INVALID_OTP: ['code_incorrect', 'code'],
  INVALID_CODE: ['code_incorrect', 'code'],
  INVALID_BACKUP_CODE: ['code_incorrect', 'code'],
  OTP_EXPIRED: ['code_expired', 'code'],
  OTP_HAS_EXPIRED: ['code_expired', 'code'],
  // The user needs another code.
  TOO_MANY_ATTEMPTS: ['code_expired', 'code'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['code_expired', 'code'],
  INVALID_TWO_FACTOR_COOKIE: ['flow_expired'],
  TOTP_ALREADY_ENABLED: ['not_allowed'],
  TOTP_NOT_ENABLED: ['not_allowed'],
  TWO_FACTOR_NOT_ENABLED: ['not_allowed'],
  AUTH_CANCELLED: ['passkey_canceled'],
  ERROR_CEREMONY_ABORTED: ['passkey_canceled'],
  PASSKEY_NOT_FOUND: ['invalid_credentials'],
  AUTHENTICATION_FAILED: ['invalid_credentials'],

  UNAUTHORIZED: ['signed_out'],
  SESSION_NOT_FRESH: ['reverification_required'],
  SESSION_EXPIRED: ['reverification_required'],
  VALIDATION_ERROR: ['invalid_input'],
  MISSING_FIELD: ['invalid_input'],

  PROVIDER_NOT_FOUND: ['not_found'],
  ACCOUNT_NOT_FOUND: ['not_found'],
  FAILED_TO_UNLINK_LAST_ACCOUNT: ['last_identifier'],
  SOCIAL_ACCOUNT_ALREADY_LINKED: ['account_taken'],
  LINKING_NOT_ALLOWED: ['not_allowed'],
  LINKING_DIFFERENT_EMAILS_NOT_ALLOWED: ['not_allowed'],

  ORGANIZATION_ALREADY_EXISTS: ['slug_taken', 'slug'],
  ORGANIZATION_SLUG_ALREADY_TAKEN: ['slug_taken', 'slug'],
  ORGANIZATION_NOT_FOUND: ['not_found'],
  ORGANIZATION_DELETION_DISABLED: ['not_allowed'],
  MEMBER_NOT_FOUND: ['not_found'],
  INVITATION_NOT_FOUND: ['not_found'],
  // Doesn't reveal whether the organization exists.
  USER_IS_NOT_A_MEMBER_OF_THE_ORGANIZATION: ['not_found'],
  YOU_ARE_NOT_A_MEMBER_OF_THIS_ORGANIZATION: ['not_found'],
  YOU_HAVE_REACHED_THE_MAXIMUM_NUMBER_OF_ORGANIZATIONS: ['not_allowed'],
  ROLE_NOT_FOUND: ['invalid_input', 'role'],
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: ['already_member', 'emails'],
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION: ['already_invited', 'emails'],
  ORGANIZATION_MEMBERSHIP_LIMIT_REACHED: ['member_limit'],
  INVITATION_LIMIT_REACHED: ['member_limit'],
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER: ['last_admin'],
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER: ['last_admin'],
};

/** The kit's codes for the errors that a provider's redirect has in its query. */
const redirectErrors: Readonly<Record<string, AuthErrorCode>> = {
  access_denied: 'provider_denied',
  account_not_linked: 'account_taken',
  account_already_linked_to_different_user: 'account_taken',
  unable_to_link_account: 'account_taken',
  signup_disabled: 'not_allowed',
  email_not_verified: 'email_unverified',
  state_mismatch: 'flow_expired',
  state_not_found: 'flow_expired',
  please_restart_the_process: 'flow_expired',
};

/** The fields of a request's body that have the same name in better-auth and in the kit. */
const bodyFields: ReadonlySet<string> = new Set(['name', 'email', 'password', 'username']);

/** Returns the field that better-auth names in its message, for codes that name none. */
function fieldIn(backendCode: string, message: string): ErrorField | undefined {
  if (backendCode === 'MISSING_FIELD') return /^(\S+) is required$/.exec(message)?.[1];
  const [, name = ''] = /^\[body\.(\w+)\]/.exec(message) ?? [];
  return bodyFields.has(name) ? name : undefined;
}

/** Returns the kit's error for a code of better-auth. Unlisted codes are `unexpected`. */
export function toAuthError(backendCode: string, status: number, message = ''): AuthError {
  const [code, field]: MappedError =
    lookUp(apiErrors, backendCode) ??
    (backendCode.startsWith('YOU_ARE_NOT_ALLOWED_') ? ['not_allowed'] : ['unexpected']);
  return new AuthError(code, { field: field ?? fieldIn(backendCode, message), backendCode, status });
}

/**
 * Runs a request and names the additional field that a validator of the server rejects. better-auth doesn't name the field, so
 * it is only known if the request sends a single one.
 */
export async function withAdditionalField<Result>(
  additional: Readonly<Record<string, string>>,
  run: () => Promise<Result>,
): Promise<Result> {
  const [only, ...others] = Object.keys(additional);
  return withErrorMapping(({ code, field, backendCode }) => {
    const isUnnamed = backendCode === 'VALIDATION_ERROR' && field === undefined && others.length === 0;
    return [code, isUnnamed ? only : field];
  }, run);
}

export function toRedirectError(backendCode: string): AuthError {
  return new AuthError(lookUp(redirectErrors, backendCode) ?? 'unexpected', { backendCode });
}

/** Runs a request and replaces the code and field of its `AuthError`. */
export async function withErrorMapping<Result>(
  rename: (error: AuthError) => readonly [code: AuthErrorCode, field: ErrorField | undefined],
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const { backendCode, status } = error;
    const [code, field] = rename(error);
    throw new AuthError(code, { field, backendCode, status });
  }
}
