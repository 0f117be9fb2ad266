'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import { AuthError } from '../../auth/AuthError.ts';
import type { PasswordCredentials, SignUpDetails } from '../../auth/SignInPort.ts';
import { useAdapter, useKit } from '../../react/KitContext.ts';
import { redirectTo } from '../../react/redirectTo.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import {
  createsAccount,
  draftOf,
  firstStep,
  keyOf,
  markOf,
  stepAfter,
  type AuthFlowName,
  type AuthResult,
  type AuthStep,
  type StepMark,
} from './authStep.ts';
import { attemptsOf, type SignInAttempt } from './signInAttempt.ts';
import { dropMark, returnUrlOf } from './stepHistory.ts';
import { useAuthOptions, type AuthSetup } from './useAuthOptions.ts';
import { useStepHistory } from './useStepHistory.ts';

export interface AuthFlowOptions {
  readonly flow: AuthFlowName;
  readonly onComplete?: (() => void) | undefined;
  /** Sends the browser to another service, to an `http:` or `https:` address. Default: `location.assign`. */
  readonly onRedirect?: ((url: string) => void) | undefined;
}

/** A form that changes the session: its state, and a function that submits it. */
export interface SessionSubmission<Values> {
  readonly submission: Submission;
  /** Submits it, unless the service is in maintenance. Never rejects: read the outcome from `submission`. */
  readonly submit: (values: Values) => Promise<void>;
}

/** Something beside the form of a step: another service, a passkey, a new code. */
export interface AsideSubmission {
  /** A provider's id, `passkey` or `resend`; what was pressed last. */
  readonly which: string | undefined;
  readonly submission: Submission;
}

/**
 * The actions of the user, as far as the adapter supports them. Each is guarded, and none rejects: read the outcome
 * from `submission`, and the next step from `step`.
 */
export interface AuthActions {
  readonly signInWithPassword: ((credentials: PasswordCredentials) => Promise<void>) | undefined;
  readonly signUp: ((details: SignUpDetails) => Promise<void>) | undefined;
  readonly completeSignUp: ((details: Partial<SignUpDetails>) => Promise<void>) | undefined;
  readonly requestSignInCode: ((user: { readonly identifier: string }) => Promise<void>) | undefined;
  readonly requestPasswordReset: ((user: { readonly identifier: string }) => Promise<void>) | undefined;
  readonly submitCode: ((answer: { readonly code: string }) => Promise<void>) | undefined;
  readonly requestSecondFactorCode: (() => Promise<void>) | undefined;
  readonly submitSecondFactor: ((answer: SecondFactorAnswer) => Promise<void>) | undefined;
  readonly setNewPassword: ((choice: NewPassword) => Promise<void>) | undefined;
  readonly finishProviderSignIn: (() => Promise<void>) | undefined;
  /** Resolves to whether another code was sent. */
  readonly resendCode: (() => Promise<boolean>) | undefined;
  readonly signInWithProvider: ((provider: string) => Promise<void>) | undefined;
  readonly signInWithPasskey: (() => Promise<void>) | undefined;
  /** Shows another step that the user may choose. */
  readonly goTo: (step: AuthStep) => void;
}

export type SecondFactorAnswer = Parameters<NonNullable<AuthAdapter['submitSecondFactor']>>[0];
export type NewPassword = Parameters<NonNullable<AuthAdapter['setNewPassword']>>[0];

export interface AuthFlow {
  readonly step: AuthStep;
  /** The state of the step's form. */
  readonly submission: Submission;
  readonly aside: AsideSubmission;
  readonly setup: AuthSetup;
  readonly actions: AuthActions;
  /** What the draft of the step is kept under. */
  readonly draft: string;
}

type Ask = () => Promise<AuthResult>;

const editing: Submission = { status: 'editing' };

interface Place {
  readonly step: AuthStep;
  /** Counts the cards that were shown, so that one card's error doesn't appear on another. */
  readonly turn: number;
}

/**
 * Controls sign-in and sign-up over all their steps. It keeps the step through a reload and the browser's back button,
 * as far as the adapter can load the step in progress.
 */
export function useAuthFlow({ flow, onComplete, onRedirect }: AuthFlowOptions): AuthFlow {
  const { monitor, drafts } = useKit();
  const { adapter, session } = useAdapter();
  const attempts = attemptsOf(session);
  const isSessionPending = useSyncExternalStore(
    attempts.isSessionPending.subscribe,
    attempts.isSessionPending.getSnapshot,
    isNotPending,
  );
  const setup = useAuthOptions();
  const [{ step, turn }, setPlace] = useState<Place>({ step: firstStep, turn: 0 });
  const [isDone, setIsDone] = useState(false);
  const [sentAt, setSentAt] = useState(0);
  const [which, setWhich] = useState<string>();
  /** The last step that the backend led to, for the browser's forward button. */
  const underWay = useRef<AuthStep>(undefined);

  const run = useCallback((operation: () => Promise<unknown>) => operation(), []);
  const main = useSubmission(run, { api: adapter.baseUrl });
  const beside = useSubmission(run, { api: adapter.baseUrl });

  const goTo = useCallback((next: AuthStep): void => {
    if (markOf(next) === 'under-way') underWay.current = next;
    setPlace((place) => ({
      step: next,
      turn: keyOf(next) === keyOf(place.step) ? place.turn : place.turn + 1,
    }));
  }, []);

  /** Runs an operation and goes where it leads. Resolves to whether the API carried it out. */
  async function advance(
    submit: (operation: () => Promise<unknown>) => Promise<boolean>,
    operation: Ask,
  ): Promise<boolean> {
    const owner = {};
    let attempt: SignInAttempt | undefined;
    let next: AuthStep | undefined;
    const isSuccess = await submit(async () => {
      attempt = attempts.join(flow, owner, async () => {
        const found = stepAfter(await operation(), {
          flow,
          previous: step,
          now: monitor.platform.monotonicNow(),
        });
        if (!found || found.name === 'account-created') forget();
        return found;
      });
      next = await attempt.result;
    });
    // A form that was mounted since then shows the result.
    if (!isSuccess || attempt?.owner !== owner) return false;
    if (next) {
      if (keyOf(next) !== keyOf(step) && draftOf(flow, step) !== flow) drafts.clear(draftOf(flow, step));
      goTo(next);
    } else {
      setIsDone(true);
      onComplete?.();
    }
    return true;
  }

  /** Before the session is there: a form for signed-out users may be gone as soon as it is. */
  function forget(): void {
    underWay.current = undefined;
    drafts.clear(draftOf(flow, step));
    drafts.clear(flow);
    dropMark(flow);
  }

  async function send(operation: Ask): Promise<void> {
    setSentAt(turn);
    setIsDone(false);
    let refusal: AuthError | undefined;
    const isSuccess = await advance(async (run) => {
      return await main.submit(async () => {
        try {
          await run();
        } catch (error) {
          if (error instanceof AuthError) refusal = error;
          throw error;
        }
      });
    }, operation);
    if (refusal?.code === 'session_missing' && createsAccount(flow, step)) {
      goTo({ name: 'account-created', flow, confirmEmail: false });
      return;
    }
    // There is nothing to try again there. The first card, of the same turn, tells why.
    const isOver = step.name === 'returning' || refusal?.code === 'session_missing';
    if (!isSuccess && refusal && isOver) setPlace({ step: firstStep, turn });
  }

  function sending<Input extends readonly unknown[]>(
    operation: ((...input: Input) => Promise<AuthResult>) | undefined,
  ): ((...input: Input) => Promise<void>) | undefined {
    return operation && ((...input) => send(() => operation.call(adapter, ...input)));
  }

  function pressing(name: string, operation: Ask): Promise<boolean> {
    setSentAt(turn);
    setWhich(name);
    return advance(beside.submit, operation);
  }

  async function resume(): Promise<void> {
    const found = await loadUnderWay(adapter, flow).catch((error: unknown) => {
      void monitor.report(error, { kind: 'read', api: adapter.baseUrl });
      return null;
    });
    const next =
      found && stepAfter(found, { flow, previous: firstStep, now: monitor.platform.monotonicNow() });
    if (next) goTo(next);
    else dropMark(flow);
  }

  function restore(mark: StepMark | 'returning' | undefined): void {
    if (mark === undefined) goTo(firstStep);
    else if (mark === 'returning') {
      if (adapter.finishProviderSignIn) goTo({ name: 'returning' });
    } else if (mark === 'identify/sign-in') goTo({ name: 'identify', purpose: 'sign-in' });
    else if (mark === 'identify/new-password') goTo({ name: 'identify', purpose: 'new-password' });
    else if (underWay.current) goTo(underWay.current);
    else void resume();
  }

  useStepHistory(flow, step, restore);

  const latestSend = useRef(send);
  useEffect(() => {
    latestSend.current = send;
  });
  useEffect(() => {
    const attempt = attempts.current();
    if (attempt) void latestSend.current(neverAsked);
  }, [attempts]);

  const isForSignUp = step.name === 'code' && step.purpose === 'sign-up';
  const resend: Ask | undefined = isForSignUp ? adapter.resendSignUpCode : adapter.resendSignInCode;
  const { signInWithProvider, signInWithPasskey } = adapter;

  return {
    step: isSessionPending ? { name: 'session-pending', flow: attempts.current()?.flow ?? flow } : step,
    submission: shown(main.submission, { isCurrent: sentAt === turn, isDone }),
    aside: { which, submission: shown(beside.submission, { isCurrent: sentAt === turn, isDone: false }) },
    setup,
    draft: draftOf(flow, step),
    actions: {
      signInWithPassword: sending(adapter.signInWithPassword),
      signUp: sending(adapter.signUp),
      completeSignUp: sending(adapter.completeSignUp),
      requestSignInCode: sending(adapter.requestSignInCode),
      requestPasswordReset: sending(adapter.requestPasswordReset),
      submitCode: sending(isForSignUp ? adapter.submitSignUpCode : adapter.submitSignInCode),
      requestSecondFactorCode: sending(adapter.requestSecondFactorCode),
      submitSecondFactor: sending(adapter.submitSecondFactor),
      setNewPassword: sending(adapter.setNewPassword),
      finishProviderSignIn: sending(adapter.finishProviderSignIn),
      resendCode: resend && (() => pressing('resend', () => resend.call(adapter))),
      signInWithPasskey:
        signInWithPasskey &&
        (async () => void (await pressing('passkey', () => signInWithPasskey.call(adapter)))),
      signInWithProvider:
        signInWithProvider &&
        (async (provider) => {
          setSentAt(turn);
          setWhich(provider);
          await beside.submit(async () => {
            const returnUrl = returnUrlOf(monitor.platform.href ?? '', flow);
            redirectTo((await signInWithProvider.call(adapter, { provider, returnUrl })).url, onRedirect);
          });
        }),
      goTo,
    },
  };
}

const isNotPending = (): boolean => false;

/** The operation of a form that takes over an attempt. */
const neverAsked = (): Promise<AuthResult> => Promise.reject(new AuthError('flow_expired'));

/** A provider may have begun the one from the other's card. */
async function loadUnderWay(adapter: AuthAdapter, flow: AuthFlowName): Promise<AuthResult | null> {
  const signIn = async (): Promise<AuthResult | null> => (await adapter.loadSignIn?.()) ?? null;
  const signUp = async (): Promise<AuthResult | null> => (await adapter.loadSignUp?.()) ?? null;
  return flow === 'sign-in' ? ((await signIn()) ?? (await signUp())) : ((await signUp()) ?? (await signIn()));
}

/** What a card says of it: a step that led on is open again, and another card's refusal is none of its business. */
function shown(
  submission: Submission,
  { isCurrent, isDone }: { readonly isCurrent: boolean; readonly isDone: boolean },
): Submission {
  if (submission.status === 'complete') return isDone ? submission : editing;
  return isCurrent || submission.status === 'submitting' ? submission : editing;
}
