import { readBoundedText } from './readBoundedText.ts';

const TIMEOUT_MS = 10_000;

/** Loads a text of at most `limitBytes`. Rejects for an error, for more bytes, and after ten seconds. */
export async function loadText(url: string, limitBytes: number, init?: RequestInit): Promise<string> {
  const response = await fetch(url, {
    ...init,
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
  return readBoundedText(response, limitBytes);
}
