import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import type { PasswordCredentials, SignUpDetails } from '../../auth/SignInPort.ts';
import type { AuthResult, AuthStep } from './authStep.ts';
import { naming } from './namedProvider.ts';
import type { FlowRunner } from './useFlowRunner.ts';

export type SecondFactorAnswer = Parameters<NonNullable<AuthAdapter['submitSecondFactor']>>[0];
export type NewPassword = Parameters<NonNullable<AuthAdapter['setNewPassword']>>[0];

/**
 * The user's actions that the adapter supports. Each action is guarded, and none rejects: `submission` has the
 * result, and `step` the next step.
 */
export interface AuthActions {
  readonly signInWithPassword: ((credentials: PasswordCredentials) => Promise<void>) | undefined;
  /** `fields` are the fields at which the form can show an error. Default: the fields that are sent. */
  readonly signUp: ((details: SignUpDetails, fields?: readonly string[]) => Promise<void>) | undefined;
  readonly completeSignUp:
    ((details: Partial<SignUpDetails>, fields?: readonly string[]) => Promise<void>) | undefined;
  readonly requestSignInCode: ((person: { readonly identifier: string }) => Promise<void>) | undefined;
  readonly requestPasswordReset: ((person: { readonly identifier: string }) => Promise<void>) | undefined;
  readonly submitCode: ((answer: { readonly code: string }) => Promise<void>) | undefined;
  readonly requestSecondFactorCode: (() => Promise<void>) | undefined;
  readonly submitSecondFactor: ((answer: SecondFactorAnswer) => Promise<void>) | undefined;
  readonly setNewPassword: ((choice: NewPassword) => Promise<void>) | undefined;
  readonly finishProviderSignIn: (() => Promise<void>) | undefined;
  /** Resolves to whether another code was sent. */
  readonly resendCode: (() => Promise<boolean>) | undefined;
  readonly signInWithProvider: ((provider: string) => Promise<void>) | undefined;
  readonly signInWithPasskey: (() => Promise<void>) | undefined;
  /** Shows another step that the user can choose. */
  readonly goTo: (step: AuthStep) => void;
}

/** Returns the actions that the adapter has operations for. */
export function authActions(
  adapter: AuthAdapter,
  { run, leave }: FlowRunner,
  step: AuthStep,
): Omit<AuthActions, 'goTo'> {
  const sending = <Input extends object | void>(
    operation: ((input: Input) => Promise<AuthResult>) | undefined,
  ): ((input: Input, fields?: readonly string[]) => Promise<void>) | undefined =>
    operation &&
    (async (input, fields = fieldsSent(input ?? {})) => {
      await run(() => operation.call(adapter, input), { part: 'form', sent: fields });
    });

  const isForSignUp = step.name === 'code' && step.purpose === 'sign-up';
  const resend: (() => Promise<AuthResult>) | undefined = isForSignUp
    ? adapter.resendSignUpCode
    : adapter.resendSignInCode;
  const { signInWithProvider, signInWithPasskey, finishProviderSignIn } = adapter;
  const returnedFrom = step.name === 'returning' ? step.provider : undefined;
  return {
    signInWithPassword: sending(adapter.signInWithPassword),
    signUp: sending(adapter.signUp),
    completeSignUp: sending(adapter.completeSignUp),
    requestSignInCode: sending(adapter.requestSignInCode),
    requestPasswordReset: sending(adapter.requestPasswordReset),
    submitCode: sending(isForSignUp ? adapter.submitSignUpCode : adapter.submitSignInCode),
    requestSecondFactorCode: sending(adapter.requestSecondFactorCode),
    submitSecondFactor: sending(adapter.submitSecondFactor),
    setNewPassword: sending(adapter.setNewPassword),
    finishProviderSignIn: sending(
      finishProviderSignIn && (() => naming(adapter, returnedFrom, finishProviderSignIn.call(adapter))),
    ),
    resendCode: resend && (() => run(() => resend.call(adapter), { part: 'secondary', by: 'resend' })),
    signInWithPasskey:
      signInWithPasskey &&
      (async () => {
        await run(() => signInWithPasskey.call(adapter), { part: 'secondary', by: 'passkey' });
      }),
    signInWithProvider: signInWithProvider && ((provider) => leave(provider, signInWithProvider)),
  };
}

/** Returns the fields that an error can belong to. Fields that the form doesn't show are sent empty. */
function fieldsSent(input: object): readonly string[] {
  return Object.entries(input).flatMap(([field, value]: [string, unknown]) => {
    if (field === 'additional' && typeof value === 'object' && value !== null) return Object.keys(value);
    return value === '' ? [] : [field];
  });
}
