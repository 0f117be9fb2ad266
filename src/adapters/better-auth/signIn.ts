import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { SignInPort } from '../../auth/SignInPort.ts';
import { acknowledged, redirected, signedIn } from './answers.ts';
import { toRedirectError, withErrorMapping } from './apiErrors.ts';
import {
  aboutIdentifier,
  finish,
  pendingStepOf,
  sendCode,
  setNewPassword,
  signInVerifying,
  submitCode,
  type SignInFlow,
} from './signInFlow.ts';

export type SignInOperations = Required<Omit<SignInPort, 'loadSignIn'>>;

const passkeyAnswer = v.object({ session: v.object({ userId: v.string() }) });

/** The state of the page and its session. */
export interface SignInPage {
  readonly isSignedIn: () => Promise<boolean>;
  readonly href: () => string | undefined;
}

/** Returns the operations of sign-in, over the steps of one flow. */
export function signInOperations(flow: SignInFlow, { isSignedIn, href }: SignInPage): SignInOperations {
  const { api } = flow;
  return {
    signInWithPassword: (credentials) => signInVerifying(flow, credentials),
    requestSignInCode: ({ identifier }) =>
      aboutIdentifier(() => sendCode(flow, { step: 'code', email: identifier })),
    requestPasswordReset: ({ identifier }) =>
      aboutIdentifier(() => sendCode(flow, { step: 'new-password', email: identifier })),
    resendSignInCode: async () => sendCode(flow, pendingStepOf(flow)),
    submitSignInCode: ({ code }) => submitCode(flow, code),
    requestSecondFactorCode: async () => sendCode(flow, pendingStepOf(flow)),
    async submitSecondFactor({ factor, code }) {
      const method = factor === 'authenticator' ? 'twoFactor.verifyTotp' : 'twoFactor.verifyBackupCode';
      // After too many attempts the whole sign-in is invalid, so another code wouldn't help.
      await withErrorMapping(
        (error) => [error.code === 'code_expired' ? 'flow_expired' : error.code, error.field],
        () => api.call(signedIn, method, { code }),
      );
      return finish(flow);
    },
    async setNewPassword({ password, signOutOtherDevices = false }) {
      const result = await setNewPassword(flow, password);
      if (signOutOtherDevices && result.status === 'complete')
        await api.call(acknowledged, 'revokeOtherSessions');
      return result;
    },
    signInWithProvider: ({ provider, returnUrl }) =>
      api.call(redirected, 'signIn.social', {
        provider,
        callbackURL: returnUrl,
        errorCallbackURL: returnUrl,
        disableRedirect: true,
      }),
    async finishProviderSignIn() {
      const code = new URL(href() ?? 'about:blank').searchParams.get('error');
      if (code !== null) throw toRedirectError(code);
      if (await isSignedIn()) return finish(flow);
      throw new AuthError('flow_expired');
    },
    async signInWithPasskey() {
      await api.call(passkeyAnswer, 'signIn.passkey');
      return finish(flow);
    },
  };
}
