import * as v from 'valibot';
import type { SecondFactor } from '../../auth/SessionPort.ts';
import type { CodePurpose, SignInResult } from '../../auth/SignInPort.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { optionalText, verification, type Answer, type Verification } from './answer.ts';

const factor = v.object({
  strategy: v.string(),
  email_address_id: optionalText,
  safe_identifier: optionalText,
});

const signIn = v.object({
  id: optionalText,
  status: v.string(),
  identifier: optionalText,
  supported_first_factors: v.nullish(v.array(factor), []),
  supported_second_factors: v.nullish(v.array(factor), []),
  first_factor_verification: verification,
  second_factor_verification: verification,
});

/** A factor of a sign-in. */
interface Factor {
  readonly strategy: string;
  readonly email_address_id?: string | null | undefined;
  readonly safe_identifier?: string | null | undefined;
}

/** A sign-in in progress, in the API's format. */
export interface SignInBody {
  readonly id?: string | null | undefined;
  readonly status: string;
  readonly identifier?: string | null | undefined;
  readonly supported_first_factors: readonly Factor[];
  readonly supported_second_factors: readonly Factor[];
  readonly first_factor_verification?: Verification | null | undefined;
  readonly second_factor_verification?: Verification | null | undefined;
}

export const signInAnswer: Answer<{ response: SignInBody }> = v.object({ response: signIn });

/** Reads the sign-in in progress from the client. */
export const ownSignInAnswer: Answer<SignInBody | null> = v.pipe(
  v.object({ response: v.nullable(v.object({ sign_in: v.nullish(signIn, null) })) }),
  v.transform(({ response }) => response?.sign_in ?? null),
);

const secondFactors: Readonly<Record<string, SecondFactor>> = {
  totp: 'authenticator',
  backup_code: 'backup-code',
  email_code: 'email-code',
};

interface Step {
  /** The name in the API's actions: `prepare_first_factor`. */
  readonly name: 'first_factor' | 'second_factor';
  readonly factors: readonly Factor[];
  readonly verification: Verification | null | undefined;
  /** The purpose of a code, by the strategy that sent it. */
  readonly purposes: Readonly<Record<string, CodePurpose>>;
}

/** Returns the factor that a sign-in waits for. */
export function stepOf(body: SignInBody): Step | undefined {
  switch (body.status) {
    case 'needs_first_factor':
      return {
        name: 'first_factor',
        factors: body.supported_first_factors,
        verification: body.first_factor_verification,
        purposes: { email_code: 'sign-in', reset_password_email_code: 'new-password' },
      };
    case 'needs_second_factor':
    // A device that the user has not used before.
    case 'needs_client_trust':
      return {
        name: 'second_factor',
        factors: body.supported_second_factors,
        verification: body.second_factor_verification,
        purposes: { email_code: 'second-factor' },
      };
    default:
      return undefined;
  }
}

/** Returns the next step; `undefined` if the kit has no step for it. */
export function toSignInResult(body: SignInBody): SignInResult | undefined {
  if (body.status === 'complete') return { status: 'complete' };
  if (body.status === 'needs_new_password') return { status: 'needs-new-password' };
  const step = stepOf(body);
  if (!step) return undefined;

  const strategy = step.verification?.strategy ?? '';
  const purpose = lookUp(step.purposes, strategy);
  if (purpose) {
    const sent = step.factors.find((candidate) => candidate.strategy === strategy);
    return { status: 'needs-code', sentTo: sent?.safe_identifier ?? body.identifier ?? '', purpose };
  }
  const factors = step.factors.flatMap((candidate) => lookUp(secondFactors, candidate.strategy) ?? []);
  return step.name === 'second_factor' && factors.length > 0
    ? { status: 'needs-second-factor', factors }
    : undefined;
}
