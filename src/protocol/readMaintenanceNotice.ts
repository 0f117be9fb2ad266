import { findInTurboStream } from './findInTurboStream.ts';
import type { MaintenanceNotice } from './notice.ts';
import { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';
import { parsePartialJson } from './parsePartialJson.ts';

export interface ReadMaintenanceNoticeOptions {
  /** The time that a `Retry-After` date is counted from, in milliseconds since the epoch. Default: now. */
  readonly nowMs?: number | undefined;
  /** Stops reading early. The bytes that were read until then decide. */
  readonly signal?: AbortSignal | undefined;
}

/** A maintenance body has a few hundred bytes. */
const BODY_LIMIT_BYTES = 65_536;

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
  // Canceling ends a pending read. The connection is freed after the caller's body is released too.
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
    // The connection broke. The bytes that were read decide.
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
  return { text, isComplete: false };
}
