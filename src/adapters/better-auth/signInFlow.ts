import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { SecondFactor } from '../../auth/SessionPort.ts';
import type { CodePurpose, PasswordCredentials, SignInResult, SignUpResult } from '../../auth/SignInPort.ts';
import { acknowledged, signedIn, succeeded } from './answers.ts';
import { withErrorMapping } from './apiErrors.ts';
import type { PluginId } from './client.ts';
import type { Api } from './createApi.ts';

const challenge = v.object({ twoFactorRedirect: v.literal(true), twoFactorMethods: v.array(v.string()) });
const signInAnswer = v.union([challenge, signedIn]);
const verified = v.object({ status: v.literal(true), token: v.nullish(v.string()) });

/** The step that a sign-in waits for. */
type PendingStep =
  | { readonly step: 'code'; readonly email: string }
  /** The address must be verified before the password signs the user in. */
  | { readonly step: 'address'; readonly email: string; readonly credentials: PasswordCredentials }
  | { readonly step: 'second-factor'; readonly sentTo: string }
  | {
      readonly step: 'new-password';
      readonly email: string;
      readonly code?: string;
      /** The password is set, and the user only needs to sign in with it. */
      readonly isSet?: boolean;
    };

/** The sign-in that this page began. better-auth has no endpoint for it, so a reloaded page begins again. */
export interface SignInFlow {
  readonly api: Api;
  readonly has: (plugin: PluginId) => boolean;
  pending?: PendingStep | undefined;
}

const purposes: Readonly<Record<PendingStep['step'], CodePurpose>> = {
  code: 'sign-in',
  address: 'sign-in',
  'second-factor': 'second-factor',
  'new-password': 'new-password',
};

const complete: SignInResult & SignUpResult = { status: 'complete' };

/** Ends the flow: the user is signed in. */
export function finish(flow: SignInFlow): typeof complete {
  flow.pending = undefined;
  return complete;
}

/** @throws {AuthError} `flow_expired` if no sign-in is pending. */
export function pendingStepOf({ pending }: SignInFlow): PendingStep {
  if (!pending) throw new AuthError('flow_expired');
  return pending;
}

/** Sends the code of a step, which becomes the pending one. */
export async function sendCode(flow: SignInFlow, next: PendingStep): Promise<SignInResult> {
  const { api } = flow;
  switch (next.step) {
    case 'code':
    case 'address':
      await api.call(succeeded, 'emailOtp.sendVerificationOtp', {
        email: next.email,
        type: next.step === 'code' ? 'sign-in' : 'email-verification',
      });
      break;
    case 'second-factor':
      await api.call(acknowledged, 'twoFactor.sendOtp');
      break;
    case 'new-password':
      await api.call(succeeded, 'emailOtp.requestPasswordReset', { email: next.email });
  }
  flow.pending = next;
  const sentTo = next.step === 'second-factor' ? next.sentTo : next.email;
  return { status: 'needs-code', sentTo, purpose: purposes[next.step] };
}

/** Runs a request of a sign-in form, where an error about the address belongs to the identifier field. */
export function aboutIdentifier<Result>(run: () => Promise<Result>): Promise<Result> {
  return withErrorMapping(({ code, field }) => [code, field === 'email' ? 'identifier' : field], run);
}

async function signInWithPassword(flow: SignInFlow, credentials: PasswordCredentials): Promise<SignInResult> {
  const { api, has } = flow;
  const { identifier, password } = credentials;
  const isName = has('username') && !identifier.includes('@');
  const answer = await aboutIdentifier(() =>
    isName
      ? api.call(signInAnswer, 'signIn.username', { username: identifier, password })
      : api.call(signInAnswer, 'signIn.email', { email: identifier, password }),
  );
  if (!('twoFactorRedirect' in answer)) return finish(flow);
  // The server requires a second factor that the adapter's options don't include.
  if (!has('two-factor')) throw new AuthError('unexpected', { backendCode: 'TWO_FACTOR_REQUIRED' });
  flow.pending = { step: 'second-factor', sentTo: identifier };
  return { status: 'needs-second-factor', factors: toFactors(answer.twoFactorMethods) };
}

/** Signs in, and first verifies the address with a code if needed. A username has no known address. */
export async function signInVerifying(
  flow: SignInFlow,
  credentials: PasswordCredentials,
): Promise<SignInResult> {
  try {
    return await signInWithPassword(flow, credentials);
  } catch (error) {
    const isUnverified = error instanceof AuthError && error.code === 'email_unverified';
    if (!isUnverified || !flow.has('email-otp') || !credentials.identifier.includes('@')) throw error;
    return sendCode(flow, { step: 'address', email: credentials.identifier, credentials });
  }
}

/** Submits the code of the pending step. */
export async function submitCode(flow: SignInFlow, code: string): Promise<SignInResult> {
  const { api } = flow;
  const current = pendingStepOf(flow);
  switch (current.step) {
    case 'code':
      await api.call(signedIn, 'signIn.emailOtp', { email: current.email, otp: code });
      return finish(flow);
    case 'address': {
      const { email, credentials } = current;
      const { token } = await api.call(verified, 'emailOtp.verifyEmail', { email, otp: code });
      return token ? finish(flow) : signInWithPassword(flow, credentials);
    }
    case 'second-factor':
      await api.call(signedIn, 'twoFactor.verifyOtp', { code });
      return finish(flow);
    case 'new-password':
      await api.call(succeeded, 'emailOtp.checkVerificationOtp', {
        email: current.email,
        type: 'forget-password',
        otp: code,
      });
      flow.pending = { ...current, code };
      return { status: 'needs-new-password' };
  }
}

/** Sets the new password once, and signs in with it. */
export async function setNewPassword(flow: SignInFlow, password: string): Promise<SignInResult> {
  const current = pendingStepOf(flow);
  if (current.step !== 'new-password' || current.code === undefined) throw new AuthError('flow_expired');
  const { email, code, isSet } = current;
  if (!isSet) {
    await flow.api.call(succeeded, 'emailOtp.resetPassword', { email, otp: code, password });
    flow.pending = { ...current, isSet: true };
  }
  return signInWithPassword(flow, { identifier: email, password });
}

function toFactors(methods: readonly string[]): readonly SecondFactor[] {
  return methods.flatMap((method): SecondFactor[] => {
    if (method === 'totp') return ['authenticator', 'backup-code'];
    return method === 'otp' ? ['email-code'] : [];
  });
}
