'use client';

import { AuthError, type ErrorField } from '../auth/AuthError.ts';
import { formatMessage } from '../messages/formatMessage.ts';
import type { ErrorCode, ErrorMessages } from '../messages/errors.ts';
import { lookUp } from '../protocol/lookUp.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import type { GuardOptions } from '../monitor/guardMutation.ts';
import { useGuardedMutation, type MutationState } from './useGuardedMutation.ts';

export interface SubmissionError {
  readonly code: ErrorCode;
  /** The field that the error is about. Absent if it is about the whole form. */
  readonly field?: ErrorField | undefined;
  /** The backend's own code, for which an application may have a text. */
  readonly backendCode?: string | undefined;
  /** The values for the text of the error: `{ email }`, `{ provider }`. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** The state of a form's submission. */
export type Submission =
  | { readonly status: 'editing' }
  | { readonly status: 'submitting' }
  | { readonly status: 'failed'; readonly error: SubmissionError }
  | { readonly status: 'complete' };

/**
 * Guards the submission of a form, and reduces every failure to a code that has a text for the user. `submit` resolves
 * to true if the API processed it.
 */
export function useSubmission<Values>(
  send: (values: Values) => Promise<unknown>,
  options: GuardOptions = {},
): {
  readonly submission: Submission;
  readonly submit: (values: Values) => Promise<boolean>;
  /** Returns to `editing`, for a form that is opened again. */
  readonly reset: () => void;
} {
  const { mutate, reset, ...state } = useGuardedMutation(send, options);
  return {
    submission: submissionOf(state),
    submit: async (values) => (await mutate(values)).status === 'succeeded',
    reset,
  };
}

function submissionOf(state: MutationState<unknown>): Submission {
  switch (state.status) {
    case 'idle':
      return { status: 'editing' };
    case 'pending':
      return { status: 'submitting' };
    case 'succeeded':
      return { status: 'complete' };
    case 'failed':
      return { status: 'failed', error: submissionErrorOf(state.error) };
  }
}

/** Reduces any thrown value to a code that has a text for the user. */
export function submissionErrorOf(error: unknown): SubmissionError {
  if (error instanceof AuthError) {
    const { code, field, backendCode, values } = error;
    return { code, field, backendCode, values };
  }
  // The guard has decided: a third party's maintenance is an ordinary failure.
  if (error instanceof SystemUnderMaintenanceError) return { code: 'maintenance_mode' };
  // `fetch` rejects with a TypeError for an unreachable server, and for a response that CORS hides.
  return { code: error instanceof TypeError ? 'unreachable' : 'unexpected' };
}

/**
 * Returns the text for the backend's own code if there is one, else the text for the kit's code, else the text of
 * `unexpected`, so that a failed form always shows a text. Both codes can be any string from a server or a URL.
 */
export function textOfError(
  { code, backendCode, values = {} }: SubmissionError,
  { errors }: { readonly errors: ErrorMessages },
): string {
  const text = [lookUp(errors, backendCode), lookUp(errors, code)].find(Boolean) ?? errors.unexpected;
  return formatMessage(text, values);
}
