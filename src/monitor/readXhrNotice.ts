import type { Platform } from '../platform/platform.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';
import { loadReader, readNotice } from '../protocol/lazyReader.ts';
import { READ_LIMIT_MS } from './observeExchange.ts';

/**
 * Reads what a 503 says about a maintenance, as soon as its body ends or takes too long. When the body ends, the caller
 * calls every function in `readers`. Never rejects.
 */
export function readXhrNotice(
  xhr: XMLHttpRequest,
  readers: Set<() => void>,
  platform: Pick<Platform, 'now' | 'setTimer'>,
): Promise<MaintenanceNotice | undefined> {
  const nowMs = platform.now();
  if (xhr.readyState === xhr.DONE) return noticeIn(xhr, nowMs);
  return new Promise((resolve) => {
    const cancelTimer = platform.setTimer(read, READ_LIMIT_MS);
    function read(): void {
      cancelTimer();
      readers.delete(read);
      resolve(noticeIn(xhr, nowMs));
    }
    readers.add(read);
  });
}

/** Reads the body before it awaits anything: the caller may open the request again. */
async function noticeIn(xhr: XMLHttpRequest, nowMs: number): Promise<MaintenanceNotice | undefined> {
  try {
    const retryAfter = retryAfterOf(xhr);
    const body: unknown = xhr.response;
    const isComplete = xhr.readyState === xhr.DONE && xhr.status !== 0;
    if (isComplete && (typeof body === 'string' || body instanceof Blob || body instanceof ArrayBuffer)) {
      const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      return await readNotice(new Response(body, { status: 503, headers }), { nowMs });
    }
    const { parsePartialNotice } = await loadReader();
    return parsePartialNotice({ headers: { 'retry-after': retryAfter }, body }, { nowMs });
  } catch {
    return undefined;
  }
}

/** Reads `Retry-After` from the list of all headers: a browser logs an error for a header that CORS hides. */
function retryAfterOf(xhr: XMLHttpRequest): string | undefined {
  return /^retry-after:(.+)$/im.exec(xhr.getAllResponseHeaders())?.[1]?.trim();
}
