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
import { acknowledged, redirected, signedIn, succeeded, identified } from './answers.ts';
import type { PluginId } from './client.ts';
import type { Api } from './createApi.ts';
import { nameOf } from './names.ts';
import { withAdditionalField, withErrorMapping, toRedirectError } from './apiErrors.ts';

export type SignInOperations = Required<
  Omit<SignInPort, 'loadSignIn'> & Omit<SignUpPort, 'loadSignUp' | 'completeSignUp'>
>;

const challenge = v.object({ twoFactorRedirect: v.literal(true), twoFactorMethods: v.array(v.string()) });
const signInAnswer = v.union([challenge, signedIn]);
const signUpAnswer = v.object({ user: identified, token: v.nullable(v.string()) });
const verified = v.object({ status: v.literal(true), token: v.nullish(v.string()) });
const passkeyAnswer = v.object({ session: v.object({ userId: v.string() }) });

/** The sign-in that this page began. better-auth has no endpoint for it, so a reloaded page begins again. */
type UnderWay =
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
        await api.call(acknowledged, 'twoFactor.sendOtp');
        break;
      case 'new-password':
        await api.call(succeeded, 'emailOtp.requestPasswordReset', { email: to.email });
    }
    return sent(to);
  }

  /** In a sign-in form, an error about the address belongs to the identifier field. */
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
    // The server requires a second factor that the adapter's options don't include.
    if (!has('two-factor')) throw new AuthError('unexpected', { backendCode: 'TWO_FACTOR_REQUIRED' });
    underWay = { step: 'second-factor', sentTo: identifier };
    return { status: 'needs-second-factor', factors: toFactors(answer.twoFactorMethods) };
  }

  /** Signs in, and first verifies the address with a code if needed. A username has no known address. */
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

  /** Signs in to an account that exists. Whatever prevents that, the sign-up succeeded. */
  async function signInAfterSignUp(credentials: PasswordCredentials): Promise<SignInResult | SignUpResult> {
    try {
      return asSignUp(await signInProving(credentials));
    } catch (error) {
      const code = error instanceof AuthError ? error.code : undefined;
      // The server conceals that there was an account, with another password.
      if (code === 'invalid_credentials')
        throw new AuthError('identifier_taken', { field: 'email', cause: error });
      return { status: 'needs-sign-in', confirmEmail: code === 'email_unverified' };
    }
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
      // After too many attempts the whole sign-in is void, so another code wouldn't help.
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
      if (await isSignedIn()) return finish();
      throw new AuthError('flow_expired');
    },
    async signInWithPasskey() {
      await api.call(passkeyAnswer, 'signIn.passkey');
      return finish();
    },
    async signUp({ email, password, username, additional = {}, ...names }) {
      const { token } = await withAdditionalField(additional, () =>
        api.call(signUpAnswer, 'signUp.email', {
          ...additional,
          name: nameOf(names) ?? '',
          email,
          password,
          ...(username !== undefined && { username }),
        }),
      );
      // Without a token the account exists but the user isn't signed in.
      return token === null ? signInAfterSignUp({ identifier: email, password }) : finish();
    },
    submitSignUpCode: ({ code }) => ofSignUp(() => submitCode(code)),
    resendSignUpCode: () => ofSignUp(async () => send(known())),
  };
}

/** Returns the result of the sign-in that verifies the address of a sign-up, under the sign-up's own statuses. */
function asSignUp(result: SignInResult): SignInResult | SignUpResult {
  return result.status === 'needs-code' ? { ...result, purpose: 'sign-up' } : result;
}

function toFactors(methods: readonly string[]): readonly SecondFactor[] {
  return methods.flatMap((method): SecondFactor[] => {
    if (method === 'totp') return ['authenticator', 'backup-code'];
    return method === 'otp' ? ['email-code'] : [];
  });
}
