import { AuthError } from '../../auth/AuthError.ts';
import type { ProviderRequest, SignInPort, SignInResult } from '../../auth/SignInPort.ts';
import { redirectAnswer } from './answer.ts';
import { escapePath, withErrorMapping, type Api, type Fields } from './createApi.ts';
import { toAuthError } from './apiErrors.ts';
import { clientAnswer } from './sessionAnswers.ts';
import { ownSignInAnswer, signInAnswer, stepOf, toSignInResult, type SignInBody } from './signInAnswers.ts';
import type { SignUpOperations } from './signUp.ts';

export type SignInOperations = Required<Omit<SignInPort, 'signInWithPasskey'>>;

const SIGN_INS = '/client/sign_ins';

/** Returns the parameters of a request that redirects the browser to a provider. */
export function providerFields({ provider, returnUrl }: ProviderRequest): Fields {
  return { strategy: `oauth_${provider}`, redirect_url: returnUrl, action_complete_redirect_url: returnUrl };
}

/** Returns whether the user is already signed in: with any account, or on a multi-session instance with this one. */
function isSignedIn({ backendCode }: AuthError): boolean {
  return backendCode === 'session_exists' || backendCode === 'identifier_already_signed_in';
}

/** The operations of signing in. The API keeps the sign-in, so a reloaded page continues it. */
export function signInOperations(
  api: Api,
  { transferSignUp }: Pick<SignUpOperations, 'transferSignUp'>,
): SignInOperations {
  /** The sign-in that this page began or has loaded. */
  let current: SignInBody | null = null;

  function remember(body: SignInBody): SignInResult {
    const result = toSignInResult(body);
    if (!result) throw new AuthError('unexpected', { backendCode: body.status });
    current = result.status === 'complete' ? null : body;
    return result;
  }

  async function begin(fields: Fields): Promise<SignInResult> {
    try {
      return remember((await api.request(signInAnswer, 'POST', SIGN_INS, { fields })).response);
    } catch (error) {
      // The user has signed in already, for example in another tab.
      if (error instanceof AuthError && isSignedIn(error)) return { status: 'complete' };
      throw error;
    }
  }

  async function load(): Promise<SignInBody | null> {
    return api.request(ownSignInAnswer, 'GET', '/client');
  }

  /** Returns the current sign-in. A reloaded page loads it from the API. */
  async function loadCurrent(): Promise<SignInBody> {
    current ??= await load();
    if (!current) throw new AuthError('flow_expired');
    return current;
  }

  async function post(action: string, fields: Fields): Promise<SignInResult> {
    const { id } = await loadCurrent();
    return withErrorMapping(
      ({ code, backendCode, status }) =>
        code === 'not_found' ? new AuthError('flow_expired', { backendCode, status }) : undefined,
      async () =>
        remember(
          (
            await api.request(signInAnswer, 'POST', `${SIGN_INS}${escapePath`/${id ?? ''}/`}${action}`, {
              fields,
            })
          ).response,
        ),
    );
  }

  /** Sends a code with the given strategy, else with the one that the step began with. */
  async function prepare(wanted?: string): Promise<SignInResult> {
    const step = stepOf(await loadCurrent());
    const strategy = wanted ?? step?.verification?.strategy ?? '';
    const factor = step?.factors.find((candidate) => candidate.strategy === strategy);
    if (!step || !factor) throw new AuthError('flow_expired');
    return post(`prepare_${step.name}`, {
      strategy,
      email_address_id: factor.email_address_id ?? undefined,
    });
  }

  return {
    async loadSignIn() {
      current = await load();
      return (current && toSignInResult(current)) ?? null;
    },
    signInWithPassword: ({ identifier, password }) => begin({ identifier, password }),
    requestSignInCode: ({ identifier }) => begin({ identifier, strategy: 'email_code' }),
    resendSignInCode: () => prepare(),
    async submitSignInCode({ code }) {
      const step = stepOf(await loadCurrent());
      if (!step) throw new AuthError('flow_expired');
      return post(`attempt_${step.name}`, { strategy: step.verification?.strategy ?? 'email_code', code });
    },
    requestSecondFactorCode: () => prepare('email_code'),
    submitSecondFactor: ({ factor, code }) =>
      post('attempt_second_factor', {
        strategy: factor === 'authenticator' ? 'totp' : 'backup_code',
        code,
      }),
    requestPasswordReset: ({ identifier }) => begin({ identifier, strategy: 'reset_password_email_code' }),
    setNewPassword: ({ password, signOutOtherDevices = false }) =>
      post('reset_password', { password, sign_out_of_other_sessions: signOutOtherDevices }),
    signInWithProvider: (request) =>
      api.request(redirectAnswer('first_factor_verification'), 'POST', SIGN_INS, {
        fields: providerFields(request),
      }),
    async finishProviderSignIn() {
      const body = await load();
      const verification = body?.first_factor_verification;
      if (verification?.status === 'transferable') return transferSignUp();
      if (verification?.error) throw toAuthError(verification.error.code);
      if (body && toSignInResult(body)) return remember(body);
      if (await api.request(clientAnswer, 'GET', '/client')) return { status: 'complete' };
      throw new AuthError('flow_expired');
    },
  };
}
