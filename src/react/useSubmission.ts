'use client';

import { AuthError, type AuthField } from '../auth/AuthError.ts';
import type { ErrorCode, CommonMessages } from '../messages/messages.ts';
import { lookUp } from '../protocol/lookUp.ts';
import { isMaintenanceError } from '../protocol/parseMaintenanceNotice.ts';
import type { GuardOptions } from '../monitor/guardMutation.ts';
import { useGuardedMutation, type MutationState } from './useGuardedMutation.ts';

export interface SubmissionError {
  readonly code: ErrorCode;
  /** The field that the refusal is about; left out where it is about the whole form. */
  readonly field?: AuthField | undefined;
  /** The backend's own code, for which an application may have a text. */
  readonly backendCode?: string | undefined;
}

/** How far a form is: what its view needs to know of it. */
export type Submission =
  | { readonly status: 'editing' }
  | { readonly status: 'submitting' }
  | { readonly status: 'failed'; readonly error: SubmissionError }
  | { readonly status: 'complete' };

/**
 * The sending side of a form: guarded, and with every failure reduced to a code that has a text for people.
 * `submit` resolves to true when the API carried it out.
 */
export function useSubmission<Values>(
  send: (values: Values) => Promise<unknown>,
  options: GuardOptions = {},
): {
  readonly submission: Submission;
  readonly submit: (values: Values) => Promise<boolean>;
  /** Back to `editing`, for a form that is opened anew. */
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

/** Reduces whatever was thrown to a code that has a text for people. */
export function submissionErrorOf(error: unknown): SubmissionError {
  if (error instanceof AuthError) {
    return { code: error.code, field: error.field, backendCode: error.backendCode };
  }
  if (isMaintenanceError(error)) return { code: 'maintenance_mode' };
  // What `fetch` rejects with when nothing answered, or when CORS hides the answer.
  return { code: error instanceof TypeError ? 'unreachable' : 'unexpected' };
}

/**
 * Returns the text for the backend's own code where there is one, else the text for the kit's code, else the text of
 * `unexpected`: a form that failed always says something. Both codes may be any string that a server or an address sends.
 */
export function textOfError({ code, backendCode }: SubmissionError, { errors }: CommonMessages): string {
  return [lookUp(errors, backendCode), lookUp(errors, code)].find(Boolean) ?? errors.unexpected;
}
