import { AuthError } from '../../auth/AuthError.ts';
import { submissionErrorOf, type Submission } from '../../react/useSubmission.ts';
import { errorAmong } from '../form/fieldErrors.ts';
import { createsAccount, firstStep, keyOf, type AuthFlowName, type AuthStep } from './authStep.ts';
import { markOf } from './stepMark.ts';

/** The form of the step, or the controls beside it: a provider, a passkey, another code. */
export type FlowPart = 'form' | 'secondary';

export interface AuthFlowState {
  readonly flow: AuthFlowName;
  readonly step: AuthStep;
  readonly form: Submission;
  readonly secondary: Submission;
  /** The provider's id, `passkey` or `resend`: what started `secondary`. */
  readonly startedBy: string | undefined;
  /** The last step that the backend asked for, for the browser's forward button. */
  readonly underWay: AuthStep | undefined;
}

/**
 * - `started`: an operation was sent. `by` names the control beside the form.
 * - `failed`: an operation from the step `from` with the fields `sent` failed.
 * - `settled`: an operation succeeded and changes nothing here.
 * - `led-to`: an operation led to another step. Without `part`, the user chose the step.
 * - `completed`: the session is loaded.
 */
export type AuthFlowEvent =
  | { readonly type: 'started'; readonly part: FlowPart; readonly by?: string | undefined }
  | {
      readonly type: 'failed';
      readonly part: FlowPart;
      readonly from: AuthStep;
      /** The error that the operation threw. */
      readonly error: unknown;
      readonly sent: readonly string[];
    }
  | { readonly type: 'settled'; readonly part: FlowPart }
  | { readonly type: 'led-to'; readonly part?: FlowPart | undefined; readonly step: AuthStep }
  | { readonly type: 'completed'; readonly part: FlowPart };

const editing: Submission = { status: 'editing' };

export function initialAuthFlow(flow: AuthFlowName): AuthFlowState {
  return {
    flow,
    step: firstStep,
    form: editing,
    secondary: editing,
    startedBy: undefined,
    underWay: undefined,
  };
}

/** Returns the state of the flow after an event. */
export function transitionAuthFlow(state: AuthFlowState, event: AuthFlowEvent): AuthFlowState {
  switch (event.type) {
    case 'started':
      return event.part === 'form'
        ? { ...state, form: { status: 'submitting' }, secondary: withoutError(state.secondary) }
        : { ...state, secondary: { status: 'submitting' }, startedBy: event.by };
    case 'settled':
      return { ...state, [event.part]: editing };
    case 'completed':
      return {
        ...state,
        [event.part]: event.part === 'form' ? { status: 'complete' } : editing,
        underWay: undefined,
      };
    case 'led-to':
      return show(event.part ? { ...state, [event.part]: editing } : state, event.step);
    case 'failed':
      return fail(state, event);
  }
}

/** Shows a step. Errors belong to the card on which they occurred; a pending request continues. */
function show(state: AuthFlowState, step: AuthStep): AuthFlowState {
  const underWay = markOf(step) === 'under-way' ? step : state.underWay;
  if (keyOf(step) === keyOf(state.step)) return { ...state, step, underWay };
  return {
    ...state,
    step,
    underWay,
    form: withoutError(state.form),
    secondary: withoutError(state.secondary),
  };
}

function withoutError(submission: Submission): Submission {
  return submission.status === 'submitting' ? submission : editing;
}

function fail(
  state: AuthFlowState,
  { part, from, error, sent }: Extract<AuthFlowEvent, { type: 'failed' }>,
): AuthFlowState {
  const open = { ...state, [part]: editing };
  const apiError = error instanceof AuthError ? error : undefined;
  const hasNoSession = apiError?.code === 'session_missing';
  if (part === 'form' && hasNoSession && createsAccount(state.flow, from)) {
    return show(open, { name: 'account-created', flow: state.flow, confirmEmail: false });
  }
  // The user can't retry on that card, so the first card shows the error.
  const isOver = part === 'form' && apiError !== undefined && (hasNoSession || from.name === 'returning');
  const shown = isOver ? show(open, firstStep) : open;
  const isElsewhere = !isOver && keyOf(from) !== keyOf(state.step);
  return isElsewhere
    ? shown
    : { ...shown, [part]: { status: 'failed', error: errorAmong(submissionErrorOf(error), sent) } };
}

/** Returns the state that the card's alert shows: that of its form, else an error of the controls beside it. */
export function cardSubmission({ form, secondary }: Pick<AuthFlowState, 'form' | 'secondary'>): Submission {
  return form.status === 'editing' && secondary.status === 'failed' ? secondary : form;
}
