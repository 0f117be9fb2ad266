import * as v from 'valibot';
import type { Redirect } from '../../auth/SignInPort.ts';

/** A schema that reads an endpoint's answer and converts it to the kit's format. */
export type Answer<Output> = v.GenericSchema<unknown, Output>;

/** A text that the API may leave out or send as `null`. */
export const optionalText: v.NullishSchema<v.StringSchema<undefined>, undefined> = v.nullish(v.string());

/** The answer of a request without data. */
export const emptyAnswer: Answer<{ response: unknown }> = v.object({ response: v.unknown() });

/** The answer of a request that redirects the browser to a provider. */
export const verification: v.NullishSchema<Answer<Verification>, undefined> = v.nullish(
  v.object({
    status: optionalText,
    strategy: optionalText,
    external_verification_redirect_url: optionalText,
    error: v.nullish(v.object({ code: v.string() })),
  }),
);

export interface Verification {
  readonly status?: string | null | undefined;
  readonly strategy?: string | null | undefined;
  readonly external_verification_redirect_url?: string | null | undefined;
  readonly error?: { readonly code: string } | null | undefined;
}

/** Returns the schema of a redirect to a provider. `member` holds its verification. */
export function redirectAnswer(member: 'verification' | 'first_factor_verification'): Answer<Redirect> {
  const visit = v.object({ external_verification_redirect_url: v.string() });
  return v.pipe(
    v.object({
      response: v.pipe(
        v.record(v.string(), v.unknown()),
        v.transform((body) => body[member]),
        visit,
      ),
    }),
    v.transform(({ response }) => ({ url: response.external_verification_redirect_url })),
  );
}
