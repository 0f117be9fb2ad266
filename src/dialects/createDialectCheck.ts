import type { Dialect } from '../protocol/dialect.ts';
import { answerBodyOf, answerSourceOf } from './answerSource.ts';
import type { Judge } from './createJudge.ts';

/** Creates a check that requests `url` and reads at most 64 kB of the answer. It rejects if the request fails. */
export function createDialectCheck({ readCheck }: Judge, url: string): NonNullable<Dialect['check']> {
  return async ({ signal = null } = {}) => {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal,
    });
    const source = answerSourceOf(response);
    if (!source) return undefined;
    const { status, header } = source;
    return readCheck({ method: 'GET', url, status, header }, await answerBodyOf(response));
  };
}
