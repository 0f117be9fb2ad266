import * as v from 'valibot';
import { AuthError, type AuthErrorCode, type AuthField } from '../auth/AuthError.ts';
import { lookUp } from './lookUp.ts';

const errorsBody = v.object({
  errors: v.array(
    v.object({ code: v.string(), meta: v.nullish(v.object({ param_name: v.nullish(v.string()) })) }),
  ),
});

/** The API's codes, and which of the kit's each one is. What is not listed is `unexpected`. */
const codes: Readonly<Record<string, AuthErrorCode>> = {
  form_identifier_not_found: 'invalid_credentials',
  form_password_incorrect: 'invalid_credentials',
  form_password_or_identifier_incorrect: 'invalid_credentials',
  form_identifier_exists: 'identifier_taken',
  form_password_length_too_short: 'password_too_weak',
  form_password_length_too_long: 'password_too_weak',
  form_password_size_in_bytes_exceeded: 'password_too_weak',
  form_password_not_strong_enough: 'password_too_weak',
  form_password_validation_failed: 'password_too_weak',
  form_password_pwned: 'password_too_weak',
  form_param_format_invalid: 'invalid_input',
  form_param_value_invalid: 'invalid_input',
  form_param_max_length_exceeded: 'invalid_input',
  form_param_missing: 'invalid_input',
  form_param_nil: 'invalid_input',
  too_many_requests: 'rate_limited',
  user_locked: 'rate_limited',
};

/** The API's parameters, and which of the kit's fields each one is. */
const fields: Readonly<Record<string, AuthField>> = {
  identifier: 'identifier',
  password: 'password',
  email_address: 'email',
  first_name: 'name',
  last_name: 'name',
};

/**
 * The refusal that an answer of 4xx carries, by its first error. `undefined` where the body is not the API's
 * own: a proxy's error page refuses nothing. (429 says what it says without one.)
 */
export function readRefusal(status: number, body: unknown): AuthError | undefined {
  const parsed = v.safeParse(errorsBody, body);
  const error = parsed.success ? parsed.output.errors[0] : undefined;
  if (status === 429) return new AuthError('rate_limited', { backendCode: error?.code, status });
  if (!error) return undefined;
  return new AuthError(lookUp(codes, error.code) ?? 'unexpected', {
    field: lookUp(fields, error.meta?.param_name ?? ''),
    backendCode: error.code,
    status,
  });
}
