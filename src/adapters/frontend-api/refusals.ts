import * as v from 'valibot';
import { AuthError, type AuthErrorCode, type AuthField } from '../../auth/AuthError.ts';
import { lookUp } from '../lookUp.ts';

const errorsBody = v.object({
  errors: v.array(
    v.object({ code: v.string(), meta: v.nullish(v.object({ param_name: v.nullish(v.string()) })) }),
  ),
});

/** The API's codes, by the kit's that each one is. What is not listed is `unexpected`. */
const codes: Readonly<Partial<Record<AuthErrorCode, readonly string[]>>> = {
  invalid_credentials: [
    'form_identifier_not_found',
    'form_password_incorrect',
    'form_password_or_identifier_incorrect',
    'strategy_for_user_invalid',
    'invitation_account_not_exists',
  ],
  identifier_taken: ['form_identifier_exists', 'identification_exists', 'identification_claimed'],
  password_too_weak: [
    'form_password_length_too_short',
    'form_password_length_too_long',
    'form_password_size_in_bytes_exceeded',
    'form_password_not_strong_enough',
    'form_password_no_lowercase',
    'form_password_no_uppercase',
    'form_password_no_number',
    'form_password_no_special_char',
    'form_password_validation_failed',
    'form_password_pwned',
  ],
  password_unchanged: ['form_new_password_matches_current'],
  code_incorrect: ['form_code_incorrect', 'totp_incorrect_code', 'backup_code_incorrect'],
  code_expired: ['verification_expired', 'verification_failed', 'verification_missing'],
  provider_denied: ['oauth_access_denied', 'oauth_token_retrieval_error'],
  account_taken: ['external_account_exists', 'oauth_identification_claimed'],
  signed_out: ['authentication_invalid', 'signed_out', 'session_not_found'],
  reverification_required: ['session_reverification_required', 'session_step_up_required'],
  last_identifier: ['identification_deletion_failed', 'last_identification_deletion_failed'],
  address_linked: ['delete_linked_identification_disallowed'],
  file_rejected: ['request_body_too_large', 'unsupported_content_type', 'image_too_large'],
  already_member: ['already_a_member_in_organization'],
  already_invited: ['organization_invitation_not_unique', 'duplicate_record'],
  member_limit: ['organization_membership_quota_exceeded', 'insufficient_seats'],
  last_admin: ['organization_minimum_permissions_needed', 'last_required_admin'],
  not_allowed: [
    'not_allowed_access',
    'authorization_invalid',
    'resource_forbidden',
    'feature_not_enabled',
    'missing_organization_permission',
    'not_an_admin_in_organization',
    'not_a_member_in_organization',
    'organization_not_enabled_in_instance',
    'organization_creation_not_allowed',
    'sign_up_mode_restricted',
  ],
  not_found: ['resource_not_found', 'organization_not_found_or_unauthorized'],
  invalid_input: [
    'form_param_format_invalid',
    'form_param_value_invalid',
    'form_param_type_invalid',
    'form_param_max_length_exceeded',
    'form_param_min_length_exceeded',
    'form_param_duplicate',
    'form_param_missing',
    'form_conditional_param_missing',
    'form_param_nil',
    'form_username_invalid_character',
    'form_username_invalid_length',
    'form_username_needs_non_number_char',
  ],
  rate_limited: ['too_many_requests', 'user_locked'],
};

const codeOf = new Map(
  Object.entries(codes).flatMap(([code, theirs]) =>
    theirs.map((word) => [word, code as AuthErrorCode] as const),
  ),
);

/** The API's parameters, and which of the kit's fields each one is. */
const fields: Readonly<Record<string, AuthField>> = {
  identifier: 'identifier',
  password: 'password',
  current_password: 'currentPassword',
  new_password: 'newPassword',
  code: 'code',
  email_address: 'email',
  first_name: 'firstName',
  last_name: 'lastName',
  username: 'username',
  legal_accepted: 'legalConsent',
  name: 'name',
  slug: 'slug',
  role: 'role',
  file: 'file',
};

/** Where the field says more than the code does. */
function sharpen(code: AuthErrorCode, field: AuthField | undefined): AuthErrorCode {
  if (code === 'identifier_taken' && field === 'username') return 'username_taken';
  if (code === 'identifier_taken' && field === 'slug') return 'slug_taken';
  if (code === 'invalid_credentials' && field === 'currentPassword') return 'password_incorrect';
  return code === 'invalid_input' && field === 'legalConsent' ? 'consent_required' : code;
}

/**
 * The refusal that an answer of 4xx carries, by its first error. `undefined` where the body is not the API's
 * own: a proxy's error page refuses nothing. (429 says what it says without one.)
 */
export function readRefusal(status: number, body: unknown): AuthError | undefined {
  const parsed = v.safeParse(errorsBody, body);
  const error = parsed.success ? parsed.output.errors[0] : undefined;
  if (status === 429) return new AuthError('rate_limited', { backendCode: error?.code, status });
  if (!error) return undefined;
  const field = lookUp(fields, error.meta?.param_name ?? '');
  const code = sharpen(codeOf.get(error.code) ?? 'unexpected', field);
  return new AuthError(code, { field, backendCode: error.code, status });
}

/** The kit's code for one of the API's that came without a refusal. */
export function toAuthError(backendCode: string): AuthError {
  return new AuthError(codeOf.get(backendCode) ?? 'unexpected', { backendCode });
}
