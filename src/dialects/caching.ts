import type { AnswerHead } from './DialectDefinition.ts';

/** Returns whether a cache may have kept the answer: what it says may be minutes old. */
export function mayBeCached({ method, header }: AnswerHead): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return (
    isRead &&
    (Number(header('Age')) > 0 ||
      /\b(public|immutable|max-age=[1-9]|s-maxage=[1-9])/i.test(cacheControlOf(header)))
  );
}

/** Returns whether the server made the answer just now, because no cache may answer without asking it. */
export function isMadeNow({ method, status, header }: AnswerHead): boolean {
  const isMutation = method !== '' && method !== 'GET' && method !== 'HEAD';
  return (
    status >= 200 && status < 500 && (isMutation || /\bno-(cache|store)\b/i.test(cacheControlOf(header)))
  );
}

function cacheControlOf(header: AnswerHead['header']): string {
  return header('Cache-Control') ?? '';
}
