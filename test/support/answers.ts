import { contractNotice } from '../../src/protocol/index.ts';

/** The documented answer of a service in maintenance. */
export function maintenanceAnswer(headers: Record<string, string> = {}): Response {
  return Response.json(contractNotice, { status: 503, headers });
}

/** Stands in for the network: `fetch` answers by this function until the returned one is called. */
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
