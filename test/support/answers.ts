import { contractNotice } from '../../src/protocol/index.ts';

/** Returns the documented response of a service in maintenance. */
export function maintenanceAnswer(headers: Record<string, string> = {}): Response {
  return Response.json(contractNotice, { status: 503, headers });
}

/** Replaces `fetch` with this function until the returned one is called. */
export function answerFetch(answer: (request: Request) => Response | Promise<Response>): () => void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url =
      typeof input === 'object' && 'url' in input ? input : new URL(String(input), 'https://app.example/');
    return await answer(new Request(url, init));
  };
  return () => {
    globalThis.fetch = original;
  };
}
