import type { AuthField } from '../../auth/AuthError.ts';
import type { ErrorCode, CommonMessages } from '../../messages/messages.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import type { Submission } from '../../react/useSubmission.ts';

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

/** The submission with its refusal at one of the fields that the card has, else about the form as a whole. */
export function withFieldError(submission: Submission, fields: readonly string[]): Submission {
  if (submission.status !== 'failed') return submission;
  const { field, code } = submission.error;
  const candidates = field
    ? [field, ...(lookUp(otherNames, field) ?? [])]
    : (lookUp(usualFields, code) ?? []);
  const shown = candidates.find((candidate) => fields.includes(candidate));
  return shown === field ? submission : { ...submission, error: { ...submission.error, field: shown } };
}

/**
 * Reports wrong credentials of a form without a password as an unknown identifier, unless there is a text for the
 * backend's own code.
 */
export function withIdentifierError(
  submission: Submission,
  { codeByEmail, errors }: CommonMessages,
): { readonly submission: Submission; readonly problem: string | undefined } {
  const refused = withFieldError(submission, ['identifier']);
  if (refused.status !== 'failed') return { submission: refused, problem: undefined };
  const { code, backendCode } = refused.error;
  if (code !== 'invalid_credentials') return { submission: refused, problem: undefined };
  return {
    submission: { ...refused, error: { ...refused.error, field: 'identifier' } },
    problem: lookUp(errors, backendCode) ? undefined : codeByEmail.unknown,
  };
}

/** What the alert of a card tells: what came of its form, else of what is beside it. */
export function withSecondaryError(submission: Submission, aside: Submission): Submission {
  return submission.status === 'editing' && aside.status === 'failed' ? aside : submission;
}
