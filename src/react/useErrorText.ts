'use client';

import { errorsInEnglish } from '../messages/errors.ts';
import { useMessages } from './KitContext.ts';
import { textOfError, type SubmissionError } from './useSubmission.ts';

/**
 * Returns a function that turns the error of a submission into a text in the user's language, for your own form. It is
 * the text for the backend's own code if `messages` has one, else for the kit's.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useErrorText(): (error: SubmissionError) => string {
  const messages = useMessages(errorsInEnglish);
  return (error) => textOfError(error, messages);
}
