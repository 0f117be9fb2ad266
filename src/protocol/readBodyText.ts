/** A maintenance body has a few hundred bytes. */
const BODY_LIMIT_BYTES = 65_536;

export interface BodyText {
  readonly text: string;
  readonly isComplete: boolean;
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** A body whose first part is being read. */
export type StartedBody = readonly [reader: BodyReader, firstPart: ReturnType<BodyReader['read']>];

/**
 * Reads at most the first 64 kB of a body, until `signal` aborts. A body that is longer or breaks off isn't complete.
 * Never rejects.
 */
export async function readBodyText(
  { body }: Response,
  signal: AbortSignal | undefined,
  [reader, firstPart]: StartedBody | readonly [BodyReader | undefined, undefined?] = [body?.getReader()],
): Promise<BodyText> {
  if (!reader) return { text: '', isComplete: true };
  // Canceling ends a pending read. The connection is freed after the caller's body is released too.
  const cancel = (): void => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();

  const decoder = new TextDecoder();
  let left = BODY_LIMIT_BYTES;
  let text = '';
  try {
    for (let part = firstPart; left >= 0; part = undefined) {
      const { done, value } = await (part ?? reader.read());
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
