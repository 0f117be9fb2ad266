import { AuthError } from '../../auth/AuthError.ts';
import type { ProviderRequest, SignInPort, SignInResult } from '../../auth/SignInPort.ts';
import { redirectAnswer } from './answer.ts';
import { path, withErrorMapping, type Api, type Fields } from './createApi.ts';
import { toAuthError } from './refusals.ts';
import { clientAnswer } from './sessionAnswers.ts';
import { ownSignInAnswer, signInAnswer, stepOf, toSignInResult, type SignInBody } from './signInAnswers.ts';
import type { SignUpOperations } from './signUp.ts';

export type SignInOperations = Required<Omit<SignInPort, 'signInWithPasskey'>>;

const SIGN_INS = '/client/sign_ins';

/** What the API takes to send the browser to another service. */
export function providerFields({ provider, returnUrl }: ProviderRequest): Fields {
  return { strategy: `oauth_${provider}`, redirect_url: returnUrl, action_complete_redirect_url: returnUrl };
}

/** Where a browser may hold one session, and where it may hold one for each account. */
function isSignedIn({ backendCode }: AuthError): boolean {
  return backendCode === 'session_exists' || backendCode === 'identifier_already_signed_in';
}

export function signInOperations(
  api: Api,
  { transferSignUp }: Pick<SignUpOperations, 'transferSignUp'>,
): SignInOperations {
  /** The sign-in that this page began or has found. */
  let current: SignInBody | null = null;

  function keep(body: SignInBody): SignInResult {
    const result = toSignInResult(body);
    if (!result) throw new AuthError('unexpected', { backendCode: body.status });
    current = result.status === 'complete' ? null : body;
    return result;
  }

  async function begin(fields: Fields): Promise<SignInResult> {
    try {
      return keep((await api.request(signInAnswer, 'POST', SIGN_INS, { fields })).response);
    } catch (error) {
      // Signed in already, in another tab for example: there is nothing left to do here.
      if (error instanceof AuthError && isSignedIn(error)) return { status: 'complete' };
      throw error;
    }
  }

  async function load(): Promise<SignInBody | null> {
    return api.request(ownSignInAnswer, 'GET', '/client');
  }

  /** After a reload the page has none in hand, and the API still knows it. */
  async function known(): Promise<SignInBody> {
    current ??= await load();
    if (!current) throw new AuthError('flow_expired');
    return current;
  }

  async function goOn(action: string, fields: Fields): Promise<SignInResult> {
    const { id } = await known();
    return withErrorMapping(
      ({ code, backendCode, status }) =>
        code === 'not_found' ? new AuthError('flow_expired', { backendCode, status }) : undefined,
      async () =>
        keep(
          (await api.request(signInAnswer, 'POST', `${SIGN_INS}${path`/${id ?? ''}/`}${action}`, { fields }))
            .response,
        ),
    );
  }

  /** Sends a code by the strategy given, else by the one that the step began with. */
  async function prepare(wanted?: string): Promise<SignInResult> {
    const step = stepOf(await known());
    const strategy = wanted ?? step?.verification?.strategy ?? '';
    const factor = step?.factors.find((candidate) => candidate.strategy === strategy);
    if (!step || !factor) throw new AuthError('flow_expired');
    return goOn(`prepare_${step.name}`, {
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
      const step = stepOf(await known());
      if (!step) throw new AuthError('flow_expired');
      return goOn(`attempt_${step.name}`, { strategy: step.verification?.strategy ?? 'email_code', code });
    },
    requestSecondFactorCode: () => prepare('email_code'),
    submitSecondFactor: ({ factor, code }) =>
      goOn('attempt_second_factor', { strategy: factor === 'authenticator' ? 'totp' : 'backup_code', code }),
    requestPasswordReset: ({ identifier }) => begin({ identifier, strategy: 'reset_password_email_code' }),
    setNewPassword: ({ password, signOutOtherDevices = false }) =>
      goOn('reset_password', { password, sign_out_of_other_sessions: signOutOtherDevices }),
    signInWithProvider: (request) =>
      api.request(redirectAnswer('first_factor_verification'), 'POST', SIGN_INS, {
        fields: providerFields(request),
      }),
    async finishProviderSignIn() {
      const body = await load();
      const verification = body?.first_factor_verification;
      if (verification?.status === 'transferable') return transferSignUp();
      if (verification?.error) throw toAuthError(verification.error.code);
      if (body && toSignInResult(body)) return keep(body);
      if (await api.request(clientAnswer, 'GET', '/client')) return { status: 'complete' };
      throw new AuthError('flow_expired');
    },
  };
}
