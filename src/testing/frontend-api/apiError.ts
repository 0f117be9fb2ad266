interface ApiErrorText {
  readonly status: 400 | 401 | 403 | 404 | 413 | 415 | 422 | 429;
  readonly message: string;
  readonly longMessage?: string;
}

export type ApiErrorCode =
  | 'already_a_member_in_organization'
  | 'authentication_invalid'
  | 'delete_linked_identification_disallowed'
  | 'external_account_exists'
  | 'form_code_incorrect'
  | 'form_identifier_exists'
  | 'form_identifier_not_found'
  | 'form_new_password_matches_current'
  | 'form_param_format_invalid'
  | 'form_param_missing'
  | 'form_param_value_invalid'
  | 'form_password_incorrect'
  | 'form_password_length_too_short'
  | 'form_password_pwned'
  | 'form_username_invalid_character'
  | 'form_username_invalid_length'
  | 'identification_deletion_failed'
  | 'missing_organization_permission'
  | 'not_allowed_access'
  | 'organization_invitation_not_unique'
  | 'organization_membership_quota_exceeded'
  | 'organization_minimum_permissions_needed'
  | 'organization_not_enabled_in_instance'
  | 'organization_not_found_or_unauthorized'
  | 'request_body_too_large'
  | 'resource_not_found'
  | 'session_exists'
  | 'strategy_for_user_invalid'
  | 'too_many_requests'
  | 'unsupported_content_type'
  | 'verification_already_verified'
  | 'verification_expired'
  | 'verification_failed'
  | 'verification_missing';

/** The errors that the emulator sends, with the API's documented texts. */
const texts: Readonly<Record<ApiErrorCode, ApiErrorText>> = {
  already_a_member_in_organization: {
    status: 400,
    message: 'already a member',
    longMessage: 'A user with this address is already a member of the organization.',
  },
  authentication_invalid: {
    status: 401,
    message: 'Invalid authentication',
    longMessage: 'Unable to authenticate the request, you need to supply an active session',
  },
  delete_linked_identification_disallowed: {
    status: 400,
    message: 'Deleting a linked email address is not allowed',
    longMessage:
      'This email address is linked to one or more Connected Accounts. Remove the Connected Account before deleting this email address.',
  },
  external_account_exists: { status: 400, message: 'This account is connected to another user.' },
  form_code_incorrect: { status: 422, message: 'is incorrect', longMessage: 'Incorrect code' },
  form_identifier_exists: { status: 422, message: 'That is taken. Please try another.' },
  form_identifier_not_found: { status: 422, message: "Couldn't find your account." },
  form_new_password_matches_current: {
    status: 422,
    message: 'Your new password cannot be the same as your current password.',
  },
  form_param_format_invalid: { status: 422, message: 'is invalid', longMessage: 'The value is malformed.' },
  form_param_missing: { status: 422, message: 'is missing', longMessage: 'A value must be included.' },
  form_param_value_invalid: { status: 422, message: 'is invalid', longMessage: 'The value is not allowed.' },
  form_password_incorrect: { status: 422, message: 'Password is incorrect. Try again.' },
  form_password_length_too_short: { status: 422, message: 'The password is too short.' },
  form_password_pwned: {
    status: 422,
    message: 'Password has been found in an online data breach.',
    longMessage:
      'Password has been found in an online data breach. For account safety, please use a different password.',
  },
  form_username_invalid_character: {
    status: 422,
    message: 'Username can only contain letters, numbers and "_" or "-".',
  },
  form_username_invalid_length: {
    status: 422,
    message: 'Username must be between 4 and 64 characters long.',
  },
  identification_deletion_failed: { status: 400, message: 'You cannot delete your last identification.' },
  missing_organization_permission: {
    status: 403,
    message: 'missing permission',
    longMessage: 'Current user is missing an organization permission.',
  },
  not_allowed_access: { status: 403, message: 'Access not allowed.' },
  organization_invitation_not_unique: {
    status: 400,
    message: 'organization invitation not unique',
    longMessage: 'Organizations cannot have duplicate pending invitations for an email address.',
  },
  organization_membership_quota_exceeded: {
    status: 403,
    message: 'organization membership quota exceeded',
    longMessage:
      'You have reached your limit of organization memberships, including outstanding invitations.',
  },
  organization_minimum_permissions_needed: {
    status: 400,
    message: 'minimum organization permissions needed',
    longMessage: 'There has to be at least one organization member with the minimum required permissions',
  },
  organization_not_enabled_in_instance: { status: 403, message: 'access denied' },
  organization_not_found_or_unauthorized: {
    status: 404,
    message: 'not found or unauthorized',
    longMessage: "Given organization not found, or you don't have permission to access the organization",
  },
  request_body_too_large: { status: 413, message: 'Request body too large' },
  resource_not_found: { status: 404, message: 'not found', longMessage: 'Resource not found' },
  session_exists: {
    status: 400,
    message: 'Session already exists',
    longMessage: "You're already signed in.",
  },
  strategy_for_user_invalid: {
    status: 400,
    message: 'is invalid for current sign in',
    longMessage: 'The verification strategy is not valid for this account',
  },
  too_many_requests: { status: 429, message: 'Too many requests', longMessage: 'Please try again later.' },
  unsupported_content_type: { status: 415, message: 'Content-Type is unsupported' },
  verification_already_verified: {
    status: 400,
    message: 'already verified',
    longMessage: 'This verification has already been verified.',
  },
  verification_expired: {
    status: 400,
    message: 'expired',
    longMessage: 'This verification has expired. You must create a new one.',
  },
  verification_failed: {
    status: 400,
    message: 'failed',
    longMessage: 'Too many failed attempts. You have to try again with the same or another method.',
  },
  verification_missing: {
    status: 400,
    message: 'is missing',
    longMessage: 'This strategy requires verification preparation before attempting to validate it.',
  },
};

export interface ApiErrorOptions {
  /** The request's parameter that the error is about. */
  readonly param?: string;
  readonly retryAfterSeconds?: number;
}

/** An error that a route throws and the emulator sends in the API's own format. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly options: ApiErrorOptions;

  constructor(code: ApiErrorCode, options: ApiErrorOptions = {}) {
    super(code);
    this.code = code;
    this.options = options;
  }

  toResponse(traceId: string): Response {
    const { status, message, longMessage } = texts[this.code];
    const { param, retryAfterSeconds } = this.options;
    const error = {
      code: this.code,
      message,
      long_message: longMessage ?? message,
      meta: param === undefined ? {} : { param_name: param },
    };
    return Response.json(
      { errors: [error], clerk_trace_id: traceId },
      {
        status,
        ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }),
      },
    );
  }
}
