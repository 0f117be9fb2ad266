'use client';

import { errorsInEnglish } from '../../messages/errors.ts';
import { useMessages } from '../../react/KitContext.ts';
import { textOfError, type Submission } from '../../react/useSubmission.ts';
import { withFieldError } from './fieldErrors.ts';

export interface FieldErrors {
  /** The submission, with its error assigned to one of the fields, else to the whole form. */
  readonly submission: Submission;
  /** Returns the API's error of a field. */
  readonly errorOf: (field: string) => string | undefined;
}

/** Assigns the error of a submission to one of the form's fields. */
export function useFieldErrors(sent: Submission, fields: readonly string[]): FieldErrors {
  const messages = useMessages(errorsInEnglish);
  const submission = withFieldError(sent, fields);
  const error = submission.status === 'failed' ? submission.error : undefined;
  return {
    submission,
    errorOf: (field) => (error?.field === field ? textOfError(error, messages) : undefined),
  };
}
