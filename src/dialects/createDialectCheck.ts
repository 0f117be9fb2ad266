import type { Dialect } from '../protocol/dialect.ts';
import { answerBodyOf, answerSourceOf } from './answerSource.ts';
import type { Judge } from './createJudge.ts';

/** A check that takes longer has no answer. */
const CHECK_LIMIT_MS = 10_000;

/** Creates a check that requests `url` and reads at most 64 kB of the answer. It rejects if the request fails. */
export function createDialectCheck({ readCheck }: Judge, url: string): NonNullable<Dialect['check']> {
  return async () => {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(CHECK_LIMIT_MS),
    });
    const source = answerSourceOf(response);
    if (!source) return undefined;
    const { status, header } = source;
    return readCheck({ method: 'GET', url, status, header }, await answerBodyOf(response));
  };
}
