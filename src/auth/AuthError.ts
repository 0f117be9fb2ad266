/** The code of a backend's error. `messages.errors` has a text for each code. */
export type AuthErrorCode =
  | 'invalid_credentials'
  | 'identifier_taken'
  | 'username_taken'
  | 'password_too_weak'
  | 'password_incorrect'
  | 'password_unchanged'
  | 'code_incorrect'
  | 'code_expired'
  | 'flow_expired'
  | 'email_unverified'
  | 'consent_required'
  | 'provider_denied'
  | 'account_taken'
  | 'passkey_canceled'
  | 'signed_out'
  | 'session_missing'
  | 'reverification_required'
  | 'last_identifier'
  | 'address_linked'
  | 'file_rejected'
  | 'slug_taken'
  | 'already_member'
  | 'already_invited'
  | 'member_limit'
  | 'last_admin'
  | 'not_allowed'
  | 'not_found'
  | 'invalid_input'
  | 'rate_limited'
  | 'unexpected';

/** The field of the kit that an error is about. */
export type AuthField =
  | 'identifier'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'username'
  | 'email'
  | 'password'
  | 'currentPassword'
  | 'newPassword'
  | 'code'
  | 'legalConsent'
  | 'slug'
  | 'emails'
  | 'role'
  | 'file';

/** One of the kit's own fields, or the `name` of an additional field. */
export type ErrorField = AuthField | (string & {});

export interface AuthErrorOptions {
  readonly field?: ErrorField | undefined;
  /** The backend's own code, for developers and for texts by code. */
  readonly backendCode?: string | undefined;
  readonly status?: number | undefined;
  /** The values for its text: the `email` of an existing member, the `provider` that denied the sign-in. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/**
 * An error of a backend that processed a request and rejected it. It doesn't cover maintenance
 * (`SystemUnderMaintenanceError`) or an unreachable API (the client's own error).
 */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly code: AuthErrorCode;
  readonly field?: ErrorField;
  readonly backendCode?: string;
  readonly status?: number;
  readonly values?: Readonly<Record<string, string>>;

  constructor(code: AuthErrorCode, { field, backendCode, status, values, cause }: AuthErrorOptions = {}) {
    super(`The request was rejected: ${backendCode ?? code}`, cause === undefined ? undefined : { cause });
    this.code = code;
    if (field !== undefined) this.field = field;
    if (backendCode !== undefined) this.backendCode = backendCode;
    if (status !== undefined) this.status = status;
    if (values !== undefined) this.values = values;
  }
}

/** Returns the error with the values for its text. Its existing values take precedence. */
export function withValues(error: unknown, values: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof AuthError)) return error;
  const { code, field, backendCode, status } = error;
  return new AuthError(code, {
    field,
    backendCode,
    status,
    values: { ...values, ...error.values },
    cause: error,
  });
}
