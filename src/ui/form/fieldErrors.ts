import type { AuthField } from '../../auth/AuthError.ts';
import type { ErrorCode } from '../../messages/messages.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import type { Submission, SubmissionError } from '../../react/useSubmission.ts';

/** What a refusal is about where the backend does not say, the likeliest first. */
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

/** What a backend calls a field, and what a card may call it. */
const otherNames: Readonly<Partial<Record<string, readonly AuthField[]>>> = {
  newPassword: ['password'],
  email: ['identifier'],
  identifier: ['email'],
  name: ['firstName'],
  firstName: ['name'],
  lastName: ['name'],
};

/** Assigns an error to one of the fields, or to the form as a whole if it belongs to none of them. */
function fieldAmong({ field, code }: SubmissionError, fields: readonly string[]): string | undefined {
  const candidates = field
    ? [field, ...(lookUp(otherNames, field) ?? [])]
    : (lookUp(usualFields, code) ?? []);
  return candidates.find((candidate) => fields.includes(candidate));
}

/** Returns the submission with its error at one of the fields, else about the form as a whole. */
export function withFieldError(submission: Submission, fields: readonly string[]): Submission {
  if (submission.status !== 'failed') return submission;
  const field = fieldAmong(submission.error, fields);
  return field === submission.error.field
    ? submission
    : { ...submission, error: { ...submission.error, field } };
}

/**
 * Returns the error of a form with these fields. Where only an identifier was sent, wrong credentials mean an unknown
 * identifier.
 */
export function errorAmong(error: SubmissionError, sent: readonly string[]): SubmissionError {
  const isUnknown =
    error.code === 'invalid_credentials' && sent.includes('identifier') && !sent.includes('password');
  return isUnknown
    ? { ...error, code: 'identifier_unknown', field: 'identifier' }
    : { ...error, field: fieldAmong(error, sent) };
}
