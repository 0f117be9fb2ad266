import { findInTurboStream } from './findInTurboStream.ts';
import type { MaintenanceNotice } from './notice.ts';
import { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';
import { parsePartialJson } from './parsePartialJson.ts';
import { readBodyText, type BodyText, type StartedBody } from './readBodyText.ts';

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
    return await noticeIn(response, readBodyText(response.clone(), signal), nowMs);
  } catch {
    return undefined;
  }
}

/** Reads the notice of a 503 whose body is being read. Never rejects. */
export const readStartedNotice = (
  response: Response,
  body: StartedBody,
  { nowMs, signal }: ReadMaintenanceNoticeOptions = {},
): Promise<MaintenanceNotice | undefined> => noticeIn(response, readBodyText(response, signal, body), nowMs);

async function noticeIn(
  { headers }: Response,
  reading: Promise<BodyText>,
  nowMs: number | undefined,
): Promise<MaintenanceNotice | undefined> {
  const { text, isComplete } = await reading;
  const isTurboStream = headers.get('content-type')?.startsWith('text/x-script') === true;
  const body = isTurboStream ? findInTurboStream(text) : isComplete ? text : parsePartialJson(text);
  return parseMaintenanceNotice({ status: 503, headers, body }, { nowMs });
}
