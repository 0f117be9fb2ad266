import type { Platform } from '../platform/platform.ts';
import type { RequestDescription } from '../protocol/classifyRequest.ts';
import { KitError } from '../protocol/KitError.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';

type Fetch = typeof globalThis.fetch;

/** The response to an observed request. */
export interface ObservedAnswer {
  readonly status: number;
  /** Identifies the response: seen by two observers, it counts once. */
  readonly source: object;
  /** Called only for a 503. */
  readonly readNotice: () => Promise<MaintenanceNotice | undefined>;
}

/** Receives every request that is sent, and the clock to date responses by. */
export interface RequestObserver {
  /**
   * Call it in the moment in which a request is sent. Call the function that it returns when the response arrives,
   * without a response if the request failed. `describe` is called only if the response can matter.
   */
  readonly observe: (describe: () => RequestDescription) => (answer?: ObservedAnswer) => void;
  readonly platform: Pick<Platform, 'now'>;
}

/**
 * A `fetch` that lets its observer see each answer. The `Response` is handed on as it came: nothing is cloned,
 * parsed or awaited unless the status is 503, and then only beside the caller, who does not wait for it.
 *
 * The returned function rejects with `KitError` MK405 where there is no `fetch` at all.
 */
export function observeFetch(
  { observe, platform }: RequestObserver,
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
    const settle = observe(() => describe(input, init));
    try {
      const response = await send.call(globalThis, input, init);
      settle({
        status: response.status,
        source: response,
        readNotice: () => readMaintenanceNotice(response, { nowMs: platform.now() }),
      });
      return response;
    } catch (error) {
      settle();
      throw error;
    }
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
