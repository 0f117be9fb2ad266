'use client';

import { useEffect, useRef, type Dispatch } from 'react';
import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import { AuthError } from '../../auth/AuthError.ts';
import type { Redirect } from '../../auth/SignInPort.ts';
import { guardMutation } from '../../monitor/guardMutation.ts';
import { useDrafts } from '../../react/useDrafts.ts';
import { useKit } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { redirectTo } from '../../react/redirectTo.ts';
import type { AuthFlowEvent, AuthFlowState, FlowPart } from './authFlow.ts';
import { draftOf, keyOf, stepAfter, type AuthResult } from './authStep.ts';
import { attemptsOf } from './signInAttempt.ts';
import { naming } from './namedProvider.ts';
import { dropMark, returnUrlOf } from './stepHistory.ts';

/** Where an operation of the flow was started, and with which fields. */
interface Start {
  readonly part: FlowPart;
  /** The control beside the form. */
  readonly by?: string;
  /** The fields that are sent. */
  readonly sent?: readonly string[];
}

export interface FlowRunner {
  /**
   * Runs a guarded operation and shows the step that it leads to. Resolves to whether the API processed it; never
   * rejects.
   */
  readonly run: (operation: () => Promise<AuthResult>, start: Start) => Promise<boolean>;
  /** Redirects the browser to a provider. Never rejects. */
  readonly leave: (
    provider: string,
    operation: NonNullable<AuthAdapter['signInWithProvider']>,
  ) => Promise<void>;
}

export interface FlowRunnerOptions {
  readonly state: AuthFlowState;
  readonly dispatch: Dispatch<AuthFlowEvent>;
  readonly onComplete: (() => void) | undefined;
  readonly onRedirect: ((url: string) => void) | undefined;
}

/** Runs the operations of a flow and dispatches their outcomes as events. */
export function useFlowRunner({ state, dispatch, onComplete, onRedirect }: FlowRunnerOptions): FlowRunner {
  const { monitor, announcer } = useKit();
  const drafts = useDrafts();
  const { adapter, session } = useAdapter();
  const attempts = attemptsOf(session);
  const { flow, step } = state;
  const guard = <Result>(operation: () => Promise<Result>): Promise<Result> =>
    guardMutation(monitor, operation, { api: adapter.baseUrl });

  /** Runs before the session is loaded, since that can unmount a form for signed-out users. */
  function forget(): void {
    drafts.clear(draftOf(flow, step));
    drafts.clear(flow);
    dropMark(flow);
  }

  async function run(operation: () => Promise<AuthResult>, { part, by, sent = [] }: Start): Promise<boolean> {
    dispatch({ type: 'started', part, by });
    const owner = {};
    const attempt = attempts.join(flow, owner, async () => {
      const result = await guard(operation);
      const next = stepAfter(result, { flow, previous: step, now: monitor.platform.monotonicNow() });
      if (!next || next.name === 'account-created') forget();
      return next;
    });
    announcer.hold(attempt.result);
    try {
      const next = await attempt.result;
      if (attempt.owner !== owner) {
        // A form that has mounted since then shows the result.
        dispatch({ type: 'settled', part });
        return false;
      }
      if (next) {
        if (keyOf(next) !== keyOf(step) && draftOf(flow, step) !== flow) drafts.clear(draftOf(flow, step));
        dispatch({ type: 'led-to', part, step: next });
      } else {
        dispatch({ type: 'completed', part });
        onComplete?.();
      }
      return true;
    } catch (error) {
      dispatch({ type: 'failed', part, from: step, error, sent });
      return false;
    }
  }

  async function leave(
    provider: string,
    operation: NonNullable<AuthAdapter['signInWithProvider']>,
  ): Promise<void> {
    const part = 'secondary';
    dispatch({ type: 'started', part, by: provider });
    const returnUrl = returnUrlOf(monitor.platform.href ?? '', flow, provider);
    const leaving = guard(async (): Promise<Redirect> => {
      const redirect = await naming(adapter, provider, operation.call(adapter, { provider, returnUrl }));
      redirectTo(redirect.url, onRedirect);
      return redirect;
    });
    announcer.hold(leaving);
    try {
      await leaving;
      dispatch({ type: 'settled', part });
    } catch (error) {
      dispatch({ type: 'failed', part, from: step, error, sent: [] });
    }
  }

  const latestRun = useRef(run);
  useEffect(() => {
    latestRun.current = run;
  });
  // A form that mounts while an attempt is pending takes it over.
  useEffect(() => {
    if (attempts.current()) void latestRun.current(takeOver, { part: 'form' });
  }, [attempts]);

  return { run, leave };
}

/** Never runs, because the pending attempt does. */
const takeOver = (): Promise<AuthResult> => Promise.reject(new AuthError('flow_expired'));
