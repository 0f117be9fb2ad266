import type { AuthField } from '../../auth/AuthError.ts';
import type { ErrorCode } from '../../messages/errors.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import type { Submission, SubmissionError } from '../../react/useSubmission.ts';

/** The likely fields of an error without a field, by its code, the likeliest first. */
const usualFields: Readonly<Partial<Record<ErrorCode, readonly AuthField[]>>> = {
  code_incorrect: ['code'],
  code_expired: ['code'],
  password_too_weak: ['password'],
  password_unchanged: ['password'],
  identifier_taken: ['email'],
  username_taken: ['username'],
  consent_required: ['legalConsent'],
  slug_taken: ['slug'],
  already_member: ['emails'],
  already_invited: ['emails'],
};

/** Other names that a card may use for a backend's field. */
const otherNames: Readonly<Partial<Record<string, readonly AuthField[]>>> = {
  newPassword: ['password'],
  email: ['identifier'],
  identifier: ['email'],
  name: ['firstName'],
  firstName: ['name'],
  lastName: ['name'],
};

/** Returns the field that an error belongs to; `undefined` if it belongs to none of the fields. */
function fieldAmong({ field, code }: SubmissionError, fields: readonly string[]): string | undefined {
  const candidates = field
    ? [field, ...(lookUp(otherNames, field) ?? [])]
    : (lookUp(usualFields, code) ?? []);
  return candidates.find((candidate) => fields.includes(candidate));
}

/** Returns the submission with its error assigned to one of the fields, else to the whole form. */
export function withFieldError(submission: Submission, fields: readonly string[]): Submission {
  if (submission.status !== 'failed') return submission;
  const field = fieldAmong(submission.error, fields);
  return field === submission.error.field
    ? submission
    : { ...submission, error: { ...submission.error, field } };
}

/**
 * Returns the error of a form with these fields. If only an identifier was sent, wrong credentials mean an unknown
 * identifier.
 */
export function errorAmong(error: SubmissionError, sent: readonly string[]): SubmissionError {
  const isUnknown =
    error.code === 'invalid_credentials' && sent.includes('identifier') && !sent.includes('password');
  return isUnknown
    ? { ...error, code: 'identifier_unknown', field: 'identifier' }
    : { ...error, field: fieldAmong(error, sent) };
}
