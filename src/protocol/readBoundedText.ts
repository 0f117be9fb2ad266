/** Reads the body of a response as a text. Rejects a body that is longer than `limitBytes`, and stops reading it. */
export async function readBoundedText(response: Response, limitBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let left = limitBytes;
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    left -= part.value.byteLength;
    if (left < 0) {
      // Of a clone, this settles only when the other body is canceled too.
      void reader.cancel().catch(() => {});
      throw new Error(`${response.url} has more than ${String(limitBytes)} bytes`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
