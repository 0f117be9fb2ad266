import * as v from 'valibot';
import { AuthError, type AuthErrorCode, type AuthField } from '../../auth/AuthError.ts';
import { lookUp } from '../../protocol/lookUp.ts';

const errorsBody = v.object({
  errors: v.array(
    v.object({ code: v.string(), meta: v.nullish(v.object({ param_name: v.nullish(v.string()) })) }),
  ),
});

/** The kit's code for each of the API's codes: the first match counts. Others are `unexpected`. */
const codes: readonly (readonly [AuthErrorCode, RegExp])[] = [
  [
    'invalid_credentials',
    /^(form_(identifier_not_found|password(_or_identifier)?_incorrect)|strategy_for_user_invalid)$/,
  ],
  ['identifier_taken', /^(form_identifier_exists|identification_(exists|claimed))$/],
  ['password_unchanged', /^form_new_password_matches_current$/],
  // Every other password error is about the new password.
  ['password_too_weak', /^form_password_/],
  ['code_incorrect', /^(form_code_incorrect|totp_incorrect_code|backup_code_incorrect)$/],
  ['code_expired', /^verification_(expired|failed|missing|not_sent)$/],
  ['flow_expired', /^(account_transfer_invalid|client_state_invalid)$/],
  ['consent_required', /^legal_not_accepted$/],
  ['provider_denied', /^oauth_(access_denied|token_retrieval_error)$/],
  ['passkey_canceled', /^passkey_(retrieval_cancelled|operation_aborted)$/],
  ['account_taken', /^(external_account_exists|oauth_(account_already_connected|identification_claimed))$/],
  ['signed_out', /^(authentication_invalid|signed_out)$/],
  ['reverification_required', /^session_(reverification|step_up)_required$/],
  ['last_identifier', /identification_deletion_failed$/],
  ['address_linked', /^delete_linked_identification_disallowed$/],
  ['file_rejected', /^(request_body_too_large|unsupported_content_type|image_too_large)$/],
  ['already_member', /^already_a_member_in_organization$/],
  ['already_invited', /^(organization_invitation_not_unique|duplicate_record)$/],
  ['member_limit', /^(organization_membership_(plan_)?quota_exceeded|insufficient_seats)$/],
  ['last_admin', /^(organization_minimum_permissions_needed|last_required_admin)$/],
  ['not_found', /^((form_)?resource_not_found|image_not_found|organization_not_found_or_unauthorized)$/],
  ['not_found', /^organization_invitation_not_(found|pending)$/],
  [
    'not_allowed',
    /^(not_allowed_access|authorization_invalid|resource_forbidden|missing_organization_permission)$/,
  ],
  [
    'not_allowed',
    /^(feature_not_enabled|organization_(admin_delete_)?not_enabled(_in_instance)?|not_an?_(admin|member)_in_organization)$/,
  ],
  ['not_allowed', /^sign_up_(mode_restricted|restricted_waitlist)$/],
  [
    'not_allowed',
    /^(user_(create_organization|delete_self)_not_enabled|user_banned|(action|device)_blocked)$/,
  ],
  ['invalid_input', /^form_((conditional_)?param|username)_/],
  ['rate_limited', /^(too_many_requests|user_locked)$/],
];

function codeOf(backendCode: string): AuthErrorCode {
  return codes.find(([, pattern]) => pattern.test(backendCode))?.[0] ?? 'unexpected';
}

/** The kit's field for each of the API's parameters. */
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

/** Returns a more specific code if the field allows it. */
function mapApiError(code: AuthErrorCode, field: AuthField | undefined): AuthErrorCode {
  if (code === 'identifier_taken' && (field === 'username' || field === 'slug')) return `${field}_taken`;
  if (code === 'invalid_credentials' && field === 'currentPassword') return 'password_incorrect';
  return code === 'invalid_input' && field === 'legalConsent' ? 'consent_required' : code;
}

/**
 * Returns the error of a 4xx response, by its first error. Returns `undefined` if the body is not the API's own, such
 * as a proxy's error page. A 429 needs no body.
 */
export function readApiError(status: number, body: unknown): AuthError | undefined {
  const parsed = v.safeParse(errorsBody, body);
  const error = parsed.success ? parsed.output.errors[0] : undefined;
  if (status === 429) return new AuthError('rate_limited', { backendCode: error?.code, status });
  if (!error) return undefined;
  const field = lookUp(fields, error.meta?.param_name ?? '');
  const code = mapApiError(codeOf(error.code), field);
  return new AuthError(code, { field, backendCode: error.code, status });
}

/** Returns the error for one of the API's codes that arrived without an error response. */
export function toAuthError(backendCode: string): AuthError {
  return new AuthError(codeOf(backendCode), { backendCode });
}
