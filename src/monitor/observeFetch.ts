import type { Platform } from '../platform/platform.ts';
import type { RequestDescription } from '../protocol/classifyRequest.ts';
import { KitError } from '../protocol/KitError.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';

type Fetch = typeof globalThis.fetch;

/** An answer that was seen, by whatever means. */
export interface ObservedAnswer {
  readonly status: number;
  /** What this answer is known by: seen twice, it counts once. */
  readonly source: object;
  readonly startedAt: number;
  /** Called only where the answer can matter. */
  readonly describe: () => RequestDescription;
  /** Called only for a 503. */
  readonly readNotice: () => Promise<MaintenanceNotice | undefined>;
}

/** Who wants to know of answers, and by which clock. */
export interface AnswerObserver {
  readonly observe: (answer: ObservedAnswer) => void;
  readonly platform: Pick<Platform, 'now'>;
}

/**
 * A `fetch` that lets its observer see each answer. The `Response` is handed on as it came: nothing is cloned,
 * parsed or awaited unless the status is 503, and then only beside the caller, who does not wait for it.
 *
 * The returned function rejects with `KitError` MK405 where there is no `fetch` at all.
 */
export function observeFetch(
  { observe, platform }: AnswerObserver,
  getFetch: () => Fetch | undefined,
): Fetch {
  return async function fetch(input, init) {
    const send = getFetch();
    if (typeof send !== 'function') {
      throw new KitError(
        'MK405',
        'There is no fetch in this environment, so nothing can be sent: load a polyfill before the first request.',
      );
    }
    const startedAt = platform.now();
    const response = await send.call(globalThis, input, init);
    observe({
      status: response.status,
      source: response,
      startedAt,
      describe: () => describe(input, init),
      readNotice: () => readMaintenanceNotice(response, { nowMs: platform.now() }),
    });
    return response;
  };
}

function describe(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): RequestDescription {
  const request = typeof input === 'object' && 'method' in input ? input : undefined;
  return {
    method: init?.method ?? request?.method ?? 'GET',
    url: typeof input === 'string' || input instanceof URL ? input : input.url,
    ...(init?.body !== undefined && { body: init.body }),
  };
}
