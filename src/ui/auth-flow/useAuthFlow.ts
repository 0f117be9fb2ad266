'use client';

import { useReducer, useSyncExternalStore } from 'react';
import { useAdapter } from '../../react/useAdapter.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { authActions, type AuthActions } from './authActions.ts';
import { initialAuthFlow, transitionAuthFlow } from './authFlow.ts';
import { draftOf, type AuthFlowName, type AuthStep } from './authStep.ts';
import { attemptsOf } from './signInAttempt.ts';
import { useAuthOptions, type AuthSetup } from './useAuthOptions.ts';
import { useFlowHistory } from './useFlowHistory.ts';
import { useFlowRunner } from './useFlowRunner.ts';

export interface AuthFlowOptions {
  readonly flow: AuthFlowName;
  readonly onComplete?: (() => void) | undefined;
  /** Redirects the browser to a provider, at an `http:` or `https:` URL. Default: `location.assign`. */
  readonly onRedirect?: ((url: string) => void) | undefined;
}

/** A form that changes the session: its state, and a function that submits it. */
export interface SessionSubmission<Values> {
  readonly submission: Submission;
  /** Submits it, unless the service is in maintenance. Never rejects: read the outcome from `submission`. */
  readonly submit: (values: Values) => Promise<void>;
}

/** A request beside the form of a step: for a provider, a passkey or a new code. */
export interface AsideSubmission {
  /** A provider's id, `passkey` or `resend`: the control that was pressed last. */
  readonly which: string | undefined;
  readonly submission: Submission;
}

export interface AuthFlow {
  readonly step: AuthStep;
  /** The state of the step's form. */
  readonly submission: Submission;
  readonly aside: AsideSubmission;
  readonly setup: AuthSetup;
  readonly actions: AuthActions;
  /** The key of the step's draft. */
  readonly draft: string;
}

/**
 * Controls sign-in or sign-up over all its steps, without markup. The step survives a reload and the browser's back
 * button if the adapter can load the attempt in progress.
 */
export function useAuthFlow({ flow, onComplete, onRedirect }: AuthFlowOptions): AuthFlow {
  const { adapter, session } = useAdapter();
  const setup = useAuthOptions();
  const [state, dispatch] = useReducer(transitionAuthFlow, flow, initialAuthFlow);
  const runner = useFlowRunner({ state, dispatch, onComplete, onRedirect });
  useFlowHistory(state, dispatch);
  const attempts = attemptsOf(session);
  const isSessionPending = useSyncExternalStore(
    attempts.isSessionPending.subscribe,
    attempts.isSessionPending.getSnapshot,
    isNotPending,
  );
  const { step, form, secondary, startedBy } = state;
  return {
    step: isSessionPending ? { name: 'session-pending', flow: attempts.current()?.flow ?? flow } : step,
    submission: form,
    aside: { which: startedBy, submission: secondary },
    setup,
    draft: draftOf(flow, step),
    actions: {
      ...authActions(adapter, runner, step),
      goTo: (next) => dispatch({ type: 'led-to', step: next }),
    },
  };
}

const isNotPending = (): boolean => false;
