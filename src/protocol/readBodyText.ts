/** A maintenance body has a few hundred bytes. */
const BODY_LIMIT_BYTES = 65_536;

export interface BodyText {
  readonly text: string;
  readonly isComplete: boolean;
}

/**
 * Reads at most the first 64 kB of a body, until `signal` aborts. A body that is longer or breaks off isn't complete.
 * Never rejects.
 */
export async function readBodyText({ body }: Response, signal: AbortSignal | undefined): Promise<BodyText> {
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
