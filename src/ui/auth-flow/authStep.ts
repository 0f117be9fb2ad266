import type { SecondFactor } from '../../auth/SessionPort.ts';
import type { CodePurpose, SignInResult, SignUpField, SignUpResult } from '../../auth/SignInPort.ts';

export type AuthFlowName = 'sign-in' | 'sign-up';

/** The result of an operation of either flow: a sign-in can create an account, and a sign-up can sign in. */
export type AuthResult = SignInResult | SignUpResult;

/**
 * The current step of a flow, by the input that it asks for.
 *
 * - `start`: the first card.
 * - `identify`: the email address or username for a code, to sign in or to replace a forgotten password.
 * - `code`: a code that was sent by email at `sentAt`.
 * - `second-factor`: one of `factors`, currently `factor`.
 * - `new-password`: a new password, after a code for a forgotten one.
 * - `details`: the missing details of an account.
 * - `returning`: no input; a provider has redirected the browser back.
 * - `account-created`: no input; the account of a sign-up exists, and the user signs in next.
 * - `session-pending`: no input; `flow` succeeded, and its session can't be read yet.
 */
export type AuthStep =
  | { readonly name: 'start' }
  | { readonly name: 'identify'; readonly purpose: 'sign-in' | 'new-password' }
  | {
      readonly name: 'code';
      readonly purpose: CodePurpose | 'sign-up';
      readonly sentTo: string;
      /** When the code was sent, as `platform.monotonicNow()` gives it. */
      readonly sentAt: number;
      /** For a second factor: the other factors that the user can choose. */
      readonly factors: readonly SecondFactor[];
    }
  | {
      readonly name: 'second-factor';
      readonly factor: SecondFactor;
      readonly factors: readonly SecondFactor[];
    }
  | { readonly name: 'new-password' }
  | { readonly name: 'details'; readonly missing: readonly SignUpField[] }
  | { readonly name: 'returning'; readonly provider?: string | undefined }
  | { readonly name: 'account-created'; readonly flow: AuthFlowName; readonly confirmEmail: boolean }
  | { readonly name: 'session-pending'; readonly flow: AuthFlowName };

export const firstStep: AuthStep = { name: 'start' };

/** The most convenient factor comes first. */
const byConvenience: readonly SecondFactor[] = ['authenticator', 'email-code', 'backup-code'];

interface StepContext {
  readonly flow: AuthFlowName;
  readonly previous: AuthStep;
  /** A time of the monotonic clock. */
  readonly now: number;
}

/** Returns the step that follows a result; `undefined` if the flow is complete. */
export function stepAfter(result: AuthResult, { flow, previous, now }: StepContext): AuthStep | undefined {
  switch (result.status) {
    case 'complete':
      return undefined;
    case 'needs-code': {
      const { purpose, sentTo } = result;
      const factors = purpose === 'second-factor' ? factorsOf(previous) : [];
      return { name: 'code', purpose, sentTo, sentAt: now, factors };
    }
    case 'needs-second-factor': {
      const { factors } = result;
      const factor = byConvenience.find((candidate) => factors.includes(candidate)) ?? 'authenticator';
      return { name: 'second-factor', factor, factors };
    }
    case 'needs-new-password':
      return { name: 'new-password' };
    case 'needs-details':
      return { name: 'details', missing: result.missing };
    case 'needs-sign-in':
      return { name: 'account-created', flow, confirmEmail: result.confirmEmail ?? false };
  }
}

function factorsOf(step: AuthStep): readonly SecondFactor[] {
  return step.name === 'second-factor' || step.name === 'code' ? step.factors : [];
}

/** Returns the key of the step's card. A code that is sent again has the same key. */
export function keyOf(step: AuthStep): string {
  switch (step.name) {
    case 'identify':
    case 'code':
      return `${step.name}/${step.purpose}`;
    case 'second-factor':
      return `${step.name}/${step.factor}`;
    case 'start':
    case 'new-password':
    case 'details':
    case 'returning':
    case 'account-created':
    case 'session-pending':
      return step.name;
  }
}

/** Returns whether the form of this step creates an account when it succeeds. */
export function createsAccount(flow: AuthFlowName, step: AuthStep): boolean {
  if (step.name === 'start') return flow === 'sign-up';
  return step.name === 'details' || (step.name === 'code' && step.purpose === 'sign-up');
}

/** Returns the key of a step's draft. All steps that ask for the identifier share one. */
export function draftOf(flow: AuthFlowName, step: AuthStep): string {
  return step.name === 'start' || step.name === 'identify' ? flow : `${flow}/${keyOf(step)}`;
}
