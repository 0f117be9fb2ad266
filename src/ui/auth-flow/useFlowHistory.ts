'use client';

import type { Dispatch } from 'react';
import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import { useKit } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import type { AuthFlowEvent, AuthFlowState } from './authFlow.ts';
import { firstStep, stepAfter, type AuthFlowName, type AuthResult, type AuthStep } from './authStep.ts';
import type { StepMark } from './stepMark.ts';
import { dropMark, type ReturnMark } from './stepHistory.ts';
import { useStepHistory } from './useStepHistory.ts';

/** Keeps the step of the flow through a reload and the browser's back button. */
export function useFlowHistory(
  { flow, step, underWay }: AuthFlowState,
  dispatch: Dispatch<AuthFlowEvent>,
): void {
  const { monitor } = useKit();
  const { adapter } = useAdapter();
  const goTo = (next: AuthStep): void => dispatch({ type: 'led-to', step: next });

  async function resume(): Promise<void> {
    const found = await loadUnderWay(adapter, flow).catch((error: unknown) => {
      void monitor.report(error, { kind: 'read', api: adapter.baseUrl });
      return null;
    });
    const now = monitor.platform.monotonicNow();
    const next = found && stepAfter(found, { flow, previous: firstStep, now });
    if (next) goTo(next);
    else dropMark(flow);
  }

  function restore(mark: StepMark | ReturnMark | undefined): void {
    if (typeof mark === 'object') {
      if (adapter.finishProviderSignIn) goTo({ name: 'returning', provider: mark.provider });
      return;
    }
    switch (mark) {
      case undefined:
        goTo(firstStep);
        break;
      case 'identify/sign-in':
        goTo({ name: 'identify', purpose: 'sign-in' });
        break;
      case 'identify/new-password':
        goTo({ name: 'identify', purpose: 'new-password' });
        break;
      case 'under-way':
        if (underWay) goTo(underWay);
        else void resume();
    }
  }

  useStepHistory(flow, step, restore);
}

/** Loads the step in progress. A provider can start either flow from the card of the other. */
async function loadUnderWay(adapter: AuthAdapter, flow: AuthFlowName): Promise<AuthResult | null> {
  const signIn = async (): Promise<AuthResult | null> => (await adapter.loadSignIn?.()) ?? null;
  const signUp = async (): Promise<AuthResult | null> => (await adapter.loadSignUp?.()) ?? null;
  return flow === 'sign-in' ? ((await signIn()) ?? (await signUp())) : ((await signUp()) ?? (await signIn()));
}
