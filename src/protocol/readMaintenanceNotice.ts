import { findInTurboStream } from './findInTurboStream.ts';
import type { MaintenanceNotice } from './notice.ts';
import { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';
import { parsePartialJson } from './parsePartialJson.ts';

export interface ReadMaintenanceNoticeOptions {
  /** The time that a `Retry-After` date is counted from, in milliseconds since the epoch. Default: now. */
  readonly nowMs?: number | undefined;
  /** Ends the reading early. What was read until then decides. */
  readonly signal?: AbortSignal | undefined;
}

/** A body that says "maintenance" is a few hundred bytes. */
const BODY_LIMIT_BYTES = 65_536;

/**
 * Reads what an unread `Response` says about the maintenance of its API, `Retry-After` included. Resolves with
 * `undefined` for any status but 503, for a body that is not JSON and for one that has been read already.
 *
 * At most 64 kB are read. Where the body is longer, breaks off, or is not complete when `signal` aborts, its
 * beginning decides: a maintenance code in there counts.
 *
 * Reads a clone, so the caller's body stays readable. Never rejects. Sets no timer: where a body hangs, so does the
 * promise, until the request or `signal` is aborted, for example by `AbortSignal.timeout(ms)`.
 */
export async function readMaintenanceNotice(
  response: Response,
  { nowMs, signal }: ReadMaintenanceNoticeOptions = {},
): Promise<MaintenanceNotice | undefined> {
  try {
    if (response.status !== 503 || response.bodyUsed) return undefined;
    // Cloned before anything is awaited, for the caller may begin to read next. A locked body throws here.
    const { text, isComplete } = await readText(response.clone(), signal);
    const isTurboStream = response.headers.get('content-type')?.startsWith('text/x-script') === true;
    const body = isTurboStream ? findInTurboStream(text) : isComplete ? text : parsePartialJson(text);
    return parseMaintenanceNotice({ status: 503, headers: response.headers, body }, { nowMs });
  } catch {
    return undefined;
  }
}

interface BodyText {
  readonly text: string;
  readonly isComplete: boolean;
}

async function readText({ body }: Response, signal: AbortSignal | undefined): Promise<BodyText> {
  const reader = body?.getReader();
  if (!reader) return { text: '', isComplete: true };
  // Cancelling ends a pending read. The connection is freed once the caller's copy is let go too.
  const cancel = (): void => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();

  const decoder = new TextDecoder();
  let left = BODY_LIMIT_BYTES;
  let text = '';
  try {
    while (left >= 0) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), isComplete: signal?.aborted !== true };
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.byteLength;
    }
    cancel();
  } catch {
    // The connection broke. What was read decides.
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
  return { text, isComplete: false };
}
