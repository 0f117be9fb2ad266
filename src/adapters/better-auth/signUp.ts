import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { PasswordCredentials, SignInResult, SignUpPort, SignUpResult } from '../../auth/SignInPort.ts';
import { identified } from './answers.ts';
import { withAdditionalField } from './apiErrors.ts';
import { nameOf } from './names.ts';
import {
  finish,
  pendingStepOf,
  sendCode,
  signInVerifying,
  submitCode,
  type SignInFlow,
} from './signInFlow.ts';

export type SignUpOperations = Required<Omit<SignUpPort, 'loadSignUp' | 'completeSignUp'>>;

const signUpAnswer = v.object({ user: identified, token: v.nullable(v.string()) });

/** Returns the operations of sign-up. A sign-up that must verify its address continues the same flow. */
export function signUpOperations(flow: SignInFlow): SignUpOperations {
  return {
    async signUp({ email, password, username, additional = {}, ...names }) {
      const { token } = await withAdditionalField(additional, () =>
        flow.api.call(signUpAnswer, 'signUp.email', {
          ...additional,
          name: nameOf(names) ?? '',
          email,
          password,
          ...(username !== undefined && { username }),
        }),
      );
      // Without a token the account exists but the user isn't signed in.
      return token === null ? signInAfterSignUp(flow, { identifier: email, password }) : finish(flow);
    },
    submitSignUpCode: async ({ code }) => stepOfSignUp(await submitCode(flow, code)),
    resendSignUpCode: async () => stepOfSignUp(await sendCode(flow, pendingStepOf(flow))),
  };
}

/** Signs in to an existing account. The sign-up has succeeded even if this fails. */
async function signInAfterSignUp(
  flow: SignInFlow,
  credentials: PasswordCredentials,
): Promise<SignInResult | SignUpResult> {
  try {
    return asSignUp(await signInVerifying(flow, credentials));
  } catch (error) {
    const code = error instanceof AuthError ? error.code : undefined;
    // The server conceals that there was an account, with another password.
    if (code === 'invalid_credentials')
      throw new AuthError('identifier_taken', { field: 'email', cause: error });
    return { status: 'needs-sign-in', confirmEmail: code === 'email_unverified' };
  }
}

/** Returns the result of the sign-in that verifies the address of a sign-up, under the sign-up's own statuses. */
function asSignUp(result: SignInResult): SignInResult | SignUpResult {
  return result.status === 'needs-code' ? { ...result, purpose: 'sign-up' } : result;
}

/** @throws {AuthError} `unexpected` for a result that no sign-up has. */
function stepOfSignUp(signIn: SignInResult): SignUpResult {
  const result = asSignUp(signIn);
  if (result.status === 'needs-second-factor' || result.status === 'needs-new-password') {
    throw new AuthError('unexpected', { backendCode: result.status });
  }
  return result as SignUpResult;
}
