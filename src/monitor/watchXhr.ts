import { parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';
import type { RequestObserver } from './observeFetch.ts';

interface Opened {
  readonly method: string;
  readonly url: string | URL;
}

/**
 * Observes every `XMLHttpRequest`, by which axios and older SDKs send in a browser. Returns the function that
 * stops it. Safe where other code has patched the prototype before or patches it afterwards; where there is no
 * `XMLHttpRequest` it does nothing.
 */
export function watchXhr({ observe, platform }: RequestObserver): () => void {
  const prototype = globalThis.XMLHttpRequest?.prototype;
  if (prototype === undefined) return () => {};
  // oxlint-disable-next-line typescript/unbound-method -- both are called on the request that they are called on
  const { open, send } = prototype;
  const opened = new WeakMap<XMLHttpRequest, Opened>();
  let isWatching = true;

  function watchedOpen(
    this: XMLHttpRequest,
    ...request: [method: string, url: string | URL, async?: boolean, user?: string, password?: string]
  ): void {
    opened.set(this, { method: request[0], url: request[1] });
    // As many arguments as were given: a missing `async` means true, an undefined one means false.
    Reflect.apply(open, this, request);
  }

  function watchedSend(this: XMLHttpRequest, body?: Document | XMLHttpRequestBodyInit | null): void {
    const request = opened.get(this);
    if (isWatching && request) {
      const settle = observe(() => ({ method: request.method, url: request.url, body }));
      this.addEventListener(
        'load',
        (event) => {
          if (!isWatching) return;
          settle({
            status: this.status,
            // The event identifies the answer: the same request object can be sent again.
            source: event,
            readNotice: () => readXhrNotice(this, platform.now()),
          });
        },
        { once: true },
      );
      // After `load` this changes nothing.
      this.addEventListener('loadend', () => settle(), { once: true });
    }
    Reflect.apply(send, this, [body]);
  }

  prototype.open = watchedOpen;
  prototype.send = watchedSend;
  return () => {
    isWatching = false;
    if (prototype.open === watchedOpen) prototype.open = open;
    if (prototype.send === watchedSend) prototype.send = send;
  };
}

async function readXhrNotice(xhr: XMLHttpRequest, nowMs: number): Promise<MaintenanceNotice | undefined> {
  const body = await bodyOf(xhr);
  return parseMaintenanceNotice(
    { status: 503, headers: { 'retry-after': retryAfterOf(xhr) }, body },
    { nowMs },
  );
}

async function bodyOf(xhr: XMLHttpRequest): Promise<unknown> {
  const body: unknown = xhr.response;
  if (body instanceof Blob || body instanceof ArrayBuffer) return await new Response(body).text();
  return body;
}

/** From the list of all headers: asking for one that CORS hides makes a browser complain in the console. */
function retryAfterOf(xhr: XMLHttpRequest): string | undefined {
  return /^retry-after:[ \t]*(.+?)[ \t]*$/im.exec(xhr.getAllResponseHeaders())?.[1];
}
