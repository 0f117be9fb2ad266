import type { MaintenanceNotice } from './notice.ts';
import { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';

export interface ReadMaintenanceNoticeOptions {
  /** What a `Retry-After` date is counted from, in milliseconds since the epoch. Default: now. */
  readonly nowMs?: number | undefined;
  /** Ends the reading early: a body that never ends is otherwise read until its request is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** A body that says "maintenance" is a few hundred bytes. */
const BODY_LIMIT_BYTES = 65_536;

/**
 * Reads what an unread `Response` says about the maintenance of its API, `Retry-After` included. Resolves
 * with `undefined` for any status but 503, for a body that is no JSON, is larger than 64 kB or has been read
 * already.
 *
 * A clone is read, so the caller's body stays readable. Never rejects. It sets no timer: where a body hangs,
 * so does the promise, until the request is aborted or `signal` is (`AbortSignal.timeout(ms)` for example).
 */
export async function readMaintenanceNotice(
  response: Response,
  { nowMs, signal }: ReadMaintenanceNoticeOptions = {},
): Promise<MaintenanceNotice | undefined> {
  try {
    if (response.status !== 503 || response.bodyUsed) return undefined;
    // Cloned before anything is awaited, for the caller may begin to read next. A locked body throws here.
    const body = await boundedText(response.clone(), signal);
    return parseMaintenanceNotice({ status: 503, headers: response.headers, body }, { nowMs });
  } catch {
    return undefined;
  }
}

/** Rejects where there is more than the limit, and where the signal comes first. */
async function boundedText({ body }: Response, signal: AbortSignal | undefined): Promise<string | undefined> {
  let left = BODY_LIMIT_BYTES;
  const bound = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error();
      else controller.enqueue(chunk);
    },
  });
  // Piping cancels the clone in both cases. The connection is freed once the caller's copy is let go too.
  const stream = body?.pipeThrough(bound, signal && { signal });
  return stream && (await new Response(stream).text());
}
