import * as v from 'valibot';
import type { Answer } from './answer.ts';
import type { Fields } from './createApi.ts';

/** What a user may change of their own that the API gives no meaning: `unsafe_metadata`. */
export type Metadata = Readonly<Record<string, unknown>>;

export const metadata: Answer<Metadata> = v.nullish(v.record(v.string(), v.unknown()), {});

/**
 * The field that sends additional values. The API replaces the metadata as a whole, so what it has is sent along; an empty
 * text takes its value out.
 */
export function metadataFields(
  additional: Readonly<Record<string, string>> | undefined,
  kept: Metadata = {},
): Fields {
  if (additional === undefined) return {};
  const entries = Object.entries({ ...kept, ...additional }).filter(([, value]) => value !== '');
  return { unsafe_metadata: JSON.stringify(Object.fromEntries(entries)) };
}
