import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { SignUpDetails, SignUpField, SignUpPort, SignUpResult } from '../../auth/SignInPort.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { optionalText, type Answer } from './answer.ts';
import { escapePath, withErrorMapping, type Api, type Fields } from './createApi.ts';
import { metadata, signUpMetadata, type Metadata } from './metadata.ts';
import { withNameField, splitName } from './names.ts';

export interface SignUpOperations extends Required<SignUpPort> {
  /** Creates an account for a user that a provider has verified. */
  readonly transferSignUp: () => Promise<SignUpResult>;
}

const signUp = v.object({
  id: optionalText,
  status: v.string(),
  email_address: optionalText,
  unsafe_metadata: metadata,
  missing_fields: v.nullish(v.array(v.string()), []),
  unverified_fields: v.nullish(v.array(v.string()), []),
  verifications: v.nullish(
    v.object({ email_address: v.nullish(v.object({ next_action: optionalText, strategy: optionalText })) }),
  ),
});

type SignUpBody = v.InferOutput<typeof signUp>;

const signUpAnswer: Answer<{ response: SignUpBody }> = v.object({ response: signUp });

const ownSignUpAnswer: Answer<SignUpBody | null> = v.pipe(
  v.object({ response: v.nullable(v.object({ sign_up: v.nullish(signUp, null) })) }),
  v.transform(({ response }) => response?.sign_up ?? null),
);

const SIGN_UPS = '/client/sign_ups';

const missing: Readonly<Record<string, SignUpField>> = {
  first_name: 'firstName',
  last_name: 'lastName',
  username: 'username',
  email_address: 'email',
  password: 'password',
  legal_accepted: 'legalConsent',
};

/** Returns the next step; `undefined` if the kit has no step for it. Details come before codes. */
function toResult(body: SignUpBody): SignUpResult | undefined {
  if (body.status === 'complete') return { status: 'complete' };
  const fields = body.missing_fields.flatMap((field) => lookUp(missing, field) ?? []);
  if (fields.length > 0) return { status: 'needs-details', missing: fields };
  if (!body.unverified_fields.includes('email_address')) return undefined;
  return { status: 'needs-code', sentTo: body.email_address ?? '', purpose: 'sign-up' };
}

function toFields(details: Partial<SignUpDetails>, kept?: Metadata): Fields {
  const { name, firstName, lastName, email, password, username, legalConsent, additional } = details;
  return {
    email_address: email,
    password,
    ...(name !== undefined && splitName(name)),
    ...(firstName !== undefined && { first_name: firstName }),
    ...(lastName !== undefined && { last_name: lastName }),
    username,
    legal_accepted: legalConsent,
    ...signUpMetadata(additional, kept),
  };
}

/** The operations of signing up. The API keeps the sign-up, so a reloaded page continues it. */
export function signUpOperations(api: Api): SignUpOperations {
  /** The sign-up that this page began or has loaded. */
  let current: SignUpBody | null = null;

  async function known(): Promise<string> {
    current ??= await api.request(ownSignUpAnswer, 'GET', '/client');
    if (!current?.id) throw new AuthError('flow_expired');
    return `${SIGN_UPS}${escapePath`/${current.id}`}`;
  }

  /** Stores the sign-up, and requests a code if that is the next step. */
  async function remember({ response }: { response: SignUpBody }): Promise<SignUpResult> {
    const result = toResult(response);
    if (!result) throw new AuthError('unexpected', { backendCode: response.status });
    current = result.status === 'complete' ? null : response;
    const isCodeDue =
      result.status === 'needs-code' && response.verifications?.email_address?.strategy !== 'email_code';
    return isCodeDue ? sendCode() : result;
  }

  async function sendCode(): Promise<SignUpResult> {
    return goOn('POST', '/prepare_verification', { strategy: 'email_code' });
  }

  async function goOn(method: 'POST' | 'PATCH', action: string, fields: Fields): Promise<SignUpResult> {
    const resource = await known();
    const { response } = await withErrorMapping(
      ({ code, backendCode, status }) =>
        code === 'not_found' ? new AuthError('flow_expired', { backendCode, status }) : undefined,
      () => api.request(signUpAnswer, method, `${resource}${action}`, { fields }),
    );
    return remember({ response });
  }

  async function begin(fields: Fields): Promise<SignUpResult> {
    return remember(await api.request(signUpAnswer, 'POST', SIGN_UPS, { fields }));
  }

  return {
    async loadSignUp() {
      current = await api.request(ownSignUpAnswer, 'GET', '/client');
      return (current && toResult(current)) ?? null;
    },
    signUp: (details) => withNameField(details, () => begin(toFields(details))),
    completeSignUp: (details) =>
      withNameField(details, async () => {
        await known();
        return goOn('PATCH', '', toFields(details, current?.unsafe_metadata));
      }),
    resendSignUpCode: sendCode,
    submitSignUpCode: ({ code }) => goOn('POST', '/attempt_verification', { strategy: 'email_code', code }),
    transferSignUp: () => begin({ transfer: true }),
  };
}
