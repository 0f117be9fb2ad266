import type { ServiceStatus } from '../protocol/serviceStatus.ts';
import type { GateRequest } from './GateRequest.ts';

/*
 * How long caches may serve a document, in seconds. A stale document of a maintenance delays its end, so it may be 15
 * seconds old. A stale document of a working service ends a maintenance that has just begun, so it may be two seconds
 * old, which is less than the wait before an automatic check.
 */
const closed = { fresh: 5, stale: 10 };
const open = { fresh: 1, stale: 1 };

/** The age of the oldest document that a cache may serve, in seconds. */
export const MAX_AGE_S: number = closed.fresh + closed.stale;

/** Returns the JSON text that clients receive for a status: the same text in each process. */
export function statusText({ mode, since, retryAfter, windows, version }: ServiceStatus): string {
  return JSON.stringify({
    maintenance_mode: mode !== 'operational',
    mode,
    since,
    retryAfter,
    windows: windows.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
    version,
  });
}

/** Returns the status document, or a 304 if the client has it already. */
export function statusResponse(status: ServiceStatus, { headers }: GateRequest): Response {
  const body = statusText(status);
  const etag = `"${hashOf(body)}"`;
  const { fresh, stale } = status.mode === 'operational' ? open : closed;
  const common = { 'cache-control': `public, max-age=${fresh}, stale-while-revalidate=${stale}`, etag };
  return isKnown(headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: common })
    : new Response(body, { headers: { ...common, 'content-type': 'application/json' } });
}

/** Compares as RFC 9110 does for `If-None-Match`: a cache that compresses may have made the validator weak. */
function isKnown(candidates: string | null, etag: string): boolean {
  const known = (candidates ?? '').split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return known.some((candidate) => candidate === etag || candidate === '*');
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
