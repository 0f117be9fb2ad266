import type { ServiceStatus } from '../protocol/serviceStatus.ts';
import type { GateRequest } from './GateRequest.ts';

/*
 * How long caches may serve a document. A stale document of a maintenance delays its end, so it may be 15 seconds old. A
 * stale document of a working service ends a maintenance that has just begun, so it may be two seconds old: less than any
 * wait before an automatic check, and about as long as the servers take to agree.
 */
const closed = 'public, max-age=5, stale-while-revalidate=10';
const open = 'public, max-age=1, stale-while-revalidate=1';

/** Returns the JSON text that clients receive for a status. */
export function statusText(status: ServiceStatus): string {
  return JSON.stringify({ maintenance_mode: status.mode !== 'operational', ...status });
}

/** Returns the status document, or a 304 if the client has it already. */
export function statusResponse(status: ServiceStatus, { headers }: GateRequest): Response {
  const body = statusText(status);
  const etag = `"${hashOf(body)}"`;
  const common = { 'cache-control': status.mode === 'operational' ? open : closed, etag };
  return isKnown(headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: common })
    : new Response(body, { headers: { ...common, 'content-type': 'application/json' } });
}

/** Compares as RFC 9110 does for `If-None-Match`: a cache that compresses may have made the validator weak. */
function isKnown(candidates: string | null, etag: string): boolean {
  const known = (candidates ?? '').split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
