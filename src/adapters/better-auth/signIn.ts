import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { SecondFactor } from '../../auth/SessionPort.ts';
import type {
  CodePurpose,
  PasswordCredentials,
  SignInPort,
  SignInResult,
  SignUpPort,
  SignUpResult,
} from '../../auth/SignInPort.ts';
import { done, redirected, signedIn, succeeded, withId } from './answers.ts';
import type { PluginId } from './client.ts';
import type { Api } from './createApi.ts';
import { nameOf } from './names.ts';
import { withErrorMapping, toReturnError } from './refusals.ts';

export type SignInOperations = Required<
  Omit<SignInPort, 'loadSignIn'> & Omit<SignUpPort, 'loadSignUp' | 'completeSignUp'>
>;

const challenge = v.object({ twoFactorRedirect: v.literal(true), twoFactorMethods: v.array(v.string()) });
const signInAnswer = v.union([challenge, signedIn]);
const signUpAnswer = v.object({ user: withId, token: v.nullable(v.string()) });
const verified = v.object({ status: v.literal(true), token: v.nullish(v.string()) });
const passkeyAnswer = v.object({ session: v.object({ userId: v.string() }) });

/** The sign-in that this page began. better-auth tells nobody of it, so a page that was reloaded begins anew. */
type UnderWay =
  | { readonly step: 'code'; readonly email: string }
  /** The address has to be proved before the password lets in. */
  | { readonly step: 'address'; readonly email: string; readonly credentials: PasswordCredentials }
  | { readonly step: 'second-factor'; readonly sentTo: string }
  | {
      readonly step: 'new-password';
      readonly email: string;
      readonly code?: string;
      /** It is set; what is missing is the sign-in with it. */
      readonly isSet?: boolean;
    };

const purposes: Readonly<Record<UnderWay['step'], CodePurpose>> = {
  code: 'sign-in',
  address: 'sign-in',
  'second-factor': 'second-factor',
  'new-password': 'new-password',
};

const complete: SignInResult & SignUpResult = { status: 'complete' };

export function signInOperations(
  api: Api,
  {
    has,
    isSignedIn,
    href,
  }: {
    readonly has: (plugin: PluginId) => boolean;
    readonly isSignedIn: () => Promise<boolean>;
    readonly href: () => string | undefined;
  },
): SignInOperations {
  let underWay: UnderWay | undefined;

  function finish(): typeof complete {
    underWay = undefined;
    return complete;
  }

  function sent(to: UnderWay): SignInResult & { readonly status: 'needs-code' } {
    underWay = to;
    return {
      status: 'needs-code',
      sentTo: to.step === 'second-factor' ? to.sentTo : to.email,
      purpose: purposes[to.step],
    };
  }

  async function send(to: UnderWay): Promise<SignInResult> {
    switch (to.step) {
      case 'code':
      case 'address':
        await api.call(succeeded, 'emailOtp.sendVerificationOtp', {
          email: to.email,
          type: to.step === 'code' ? 'sign-in' : 'email-verification',
        });
        break;
      case 'second-factor':
        await api.call(done, 'twoFactor.sendOtp');
        break;
      case 'new-password':
        await api.call(succeeded, 'emailOtp.requestPasswordReset', { email: to.email });
    }
    return sent(to);
  }

  /** What better-auth says of the address is about the one field that a sign-in has for it. */
  const aboutIdentifier = <Result>(run: () => Promise<Result>): Promise<Result> =>
    withErrorMapping(({ code, field }) => [code, field === 'email' ? 'identifier' : field], run);

  async function signInWithPassword(credentials: PasswordCredentials): Promise<SignInResult> {
    const { identifier, password } = credentials;
    const isName = has('username') && !identifier.includes('@');
    const answer = await aboutIdentifier(() =>
      isName
        ? api.call(signInAnswer, 'signIn.username', { username: identifier, password })
        : api.call(signInAnswer, 'signIn.email', { email: identifier, password }),
    );
    if (!('twoFactorRedirect' in answer)) return finish();
    // The server asks for more than the adapter was told it can.
    if (!has('two-factor')) throw new AuthError('unexpected', { backendCode: 'TWO_FACTOR_REQUIRED' });
    underWay = { step: 'second-factor', sentTo: identifier };
    return { status: 'needs-second-factor', factors: toFactors(answer.twoFactorMethods) };
  }

  /** Where the address is not proved yet a code proves it first. A name has no address that is known here. */
  async function signInProving(credentials: PasswordCredentials): Promise<SignInResult> {
    try {
      return await signInWithPassword(credentials);
    } catch (error) {
      const isUnproved = error instanceof AuthError && error.code === 'email_unverified';
      if (!isUnproved || !has('email-otp') || !credentials.identifier.includes('@')) throw error;
      return send({ step: 'address', email: credentials.identifier, credentials });
    }
  }

  async function submitCode(code: string): Promise<SignInResult> {
    const current = known();
    switch (current.step) {
      case 'code':
        await api.call(signedIn, 'signIn.emailOtp', { email: current.email, otp: code });
        return finish();
      case 'address': {
        const { email, credentials } = current;
        const { token } = await api.call(verified, 'emailOtp.verifyEmail', { email, otp: code });
        return token ? finish() : signInWithPassword(credentials);
      }
      case 'second-factor':
        await api.call(signedIn, 'twoFactor.verifyOtp', { code });
        return finish();
      case 'new-password':
        await api.call(succeeded, 'emailOtp.checkVerificationOtp', {
          email: current.email,
          type: 'forget-password',
          otp: code,
        });
        underWay = { ...current, code };
        return { status: 'needs-new-password' };
    }
  }

  function known(): UnderWay {
    if (!underWay) throw new AuthError('flow_expired');
    return underWay;
  }

  async function setNewPassword(password: string): Promise<SignInResult> {
    const current = known();
    if (current.step !== 'new-password' || current.code === undefined) throw new AuthError('flow_expired');
    const { email, code, isSet } = current;
    if (!isSet) {
      await api.call(succeeded, 'emailOtp.resetPassword', { email, otp: code, password });
      underWay = { ...current, isSet: true };
    }
    return signInWithPassword({ identifier: email, password });
  }

  const ofSignUp = async (ask: () => Promise<SignInResult>): Promise<SignUpResult> => {
    const result = asSignUp(await ask());
    if (result.status === 'needs-second-factor' || result.status === 'needs-new-password') {
      throw new AuthError('unexpected', { backendCode: result.status });
    }
    return result as SignUpResult;
  };

  return {
    signInWithPassword: signInProving,
    requestSignInCode: ({ identifier }) => aboutIdentifier(() => send({ step: 'code', email: identifier })),
    requestPasswordReset: ({ identifier }) =>
      aboutIdentifier(() => send({ step: 'new-password', email: identifier })),
    resendSignInCode: async () => send(known()),
    submitSignInCode: ({ code }) => submitCode(code),
    requestSecondFactorCode: async () => send(known()),
    async submitSecondFactor({ factor, code }) {
      // After too many of them it is the whole sign-in that is void, not a code that could be sent anew.
      await withErrorMapping(
        (error) => [error.code === 'code_expired' ? 'flow_expired' : error.code, error.field],
        () =>
          api.call(
            signedIn,
            factor === 'authenticator' ? 'twoFactor.verifyTotp' : 'twoFactor.verifyBackupCode',
            { code },
          ),
      );
      return finish();
    },
    async setNewPassword({ password, signOutOtherDevices = false }) {
      const result = await setNewPassword(password);
      if (signOutOtherDevices && result.status === 'complete') await api.call(done, 'revokeOtherSessions');
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
      const refusal = new URL(href() ?? 'about:blank').searchParams.get('error');
      if (refusal !== null) throw toReturnError(refusal);
      if (await isSignedIn()) return finish();
      throw new AuthError('flow_expired');
    },
    async signInWithPasskey() {
      await api.call(passkeyAnswer, 'signIn.passkey');
      return finish();
    },
    async signUp({ email, password, username, ...names }) {
      const { token } = await api.call(signUpAnswer, 'signUp.email', {
        name: nameOf(names) ?? '',
        email,
        password,
        ...(username !== undefined && { username }),
      });
      // Without a token the account is there but nobody is signed in: what is still missing, the sign-in says.
      return token === null ? asSignUp(await signInProving({ identifier: email, password })) : finish();
    },
    submitSignUpCode: ({ code }) => ofSignUp(() => submitCode(code)),
    resendSignUpCode: () => ofSignUp(async () => send(known())),
  };
}

/** A sign-up that has to be proved goes on as the sign-in that proves it, under the name of its own form. */
function asSignUp(result: SignInResult): SignInResult | SignUpResult {
  return result.status === 'needs-code' ? { ...result, purpose: 'sign-up' } : result;
}

function toFactors(methods: readonly string[]): readonly SecondFactor[] {
  return methods.flatMap((method): SecondFactor[] => {
    if (method === 'totp') return ['authenticator', 'backup-code'];
    return method === 'otp' ? ['email-code'] : [];
  });
}
