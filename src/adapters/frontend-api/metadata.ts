import * as v from 'valibot';
import type { Answer } from './answer.ts';
import type { Fields } from './createApi.ts';

/** Data that the user can change and that the API doesn't interpret: `unsafe_metadata`. */
export type Metadata = Readonly<Record<string, unknown>>;

export const metadata: Answer<Metadata> = v.nullish(v.record(v.string(), v.unknown()), {});

/** Returns the field that sends the additional values of a sign-up, whose metadata the API replaces as a whole. */
export function signUpMetadata(
  additional: Readonly<Record<string, string>> | undefined,
  kept: Metadata = {},
): Fields {
  return additional === undefined ? {} : { unsafe_metadata: JSON.stringify({ ...kept, ...additional }) };
}

/** Returns the field that sends the changed values of a user. The API merges them into the metadata; `null` removes a value. */
export function changedMetadata(additional: Readonly<Record<string, string>>): Fields {
  const changes = Object.entries(additional).map(
    ([name, value]) => [name, value === '' ? null : value] as const,
  );
  return { unsafe_metadata: JSON.stringify(Object.fromEntries(changes)) };
}
