import { findInTurboStream } from './findInTurboStream.ts';
import type { MaintenanceNotice } from './notice.ts';
import { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';
import { parsePartialJson } from './parsePartialJson.ts';
import { readBodyText } from './readBodyText.ts';

export interface ReadMaintenanceNoticeOptions {
  /** The time that a `Retry-After` date is counted from, in milliseconds since the epoch. Default: now. */
  readonly nowMs?: number | undefined;
  /** Stops reading early. The bytes that were read until then decide. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the maintenance notice of an unread `Response`, `Retry-After` included. Resolves to `undefined` for any status
 * but 503, for a body that isn't JSON, and for one that has been read already.
 *
 * Reads at most 64 kB. If the body is longer, breaks off, or is incomplete when `signal` aborts, its beginning decides:
 * a maintenance code in it counts.
 *
 * Reads a clone, so the caller's body stays readable. Never rejects. Sets no timer: if a body hangs, so does the
 * promise, until the request or `signal` is aborted, for example by `AbortSignal.timeout(ms)`.
 */
export async function readMaintenanceNotice(
  response: Response,
  { nowMs, signal }: ReadMaintenanceNoticeOptions = {},
): Promise<MaintenanceNotice | undefined> {
  try {
    if (response.status !== 503 || response.bodyUsed) return undefined;
    // Cloned before the first await, because the caller may read the body next. A locked body throws here.
    const { text, isComplete } = await readBodyText(response.clone(), signal);
    const isTurboStream = response.headers.get('content-type')?.startsWith('text/x-script') === true;
    const body = isTurboStream ? findInTurboStream(text) : isComplete ? text : parsePartialJson(text);
    return parseMaintenanceNotice({ status: 503, headers: response.headers, body }, { nowMs });
  } catch {
    return undefined;
  }
}
