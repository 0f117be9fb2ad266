'use client';

import { useMessages } from './KitContext.ts';
import { textOfError, type SubmissionError } from './useSubmission.ts';

/**
 * What people are told of a failed submission, in their language: for a form of one's own. The text for the
 * backend's own code where `messages` has one, else for the kit's.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useErrorText(): (error: SubmissionError) => string {
  const messages = useMessages();
  return (error) => textOfError(error, messages);
}
