import * as v from 'valibot';
import type { Redirect } from '../../auth/SignInPort.ts';

/** What an endpoint answers, as far as the kit reads it, in the kit's words. */
export type Answer<Output> = v.GenericSchema<unknown, Output>;

/** The API leaves texts out, or says `null` or nothing in their place. */
export const text: v.NullishSchema<v.StringSchema<undefined>, undefined> = v.nullish(v.string());

/** Of anything that only has to be done. */
export const doneAnswer: Answer<{ response: unknown }> = v.object({ response: v.unknown() });

/** Of what sends the browser to another service. */
export const verification: v.NullishSchema<Answer<Verification>, undefined> = v.nullish(
  v.object({
    status: text,
    strategy: text,
    external_verification_redirect_url: text,
    error: v.nullish(v.object({ code: v.string() })),
  }),
);

export interface Verification {
  readonly status?: string | null | undefined;
  readonly strategy?: string | null | undefined;
  readonly external_verification_redirect_url?: string | null | undefined;
  readonly error?: { readonly code: string } | null | undefined;
}

/** Of a visit to another service that is begun, by where its verification is. */
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
