import { createSharedWrapper, type WrappedCall } from '../platform/createSharedWrapper.ts';
import { observeExchange, type Exchange, type RequestObserver } from './observeExchange.ts';
import { readXhrNotice } from './readXhrNotice.ts';
import { warnOfLock } from './warnOfLock.ts';

interface Opened {
  readonly method: unknown;
  readonly url: unknown;
}

interface Sent {
  readonly settle: Exchange['settle'];
  /** Called when the body ends. */
  readonly readers: Set<() => void>;
}

const addObserver = /* @__PURE__ */ createSharedWrapper<RequestObserver>(['open', 'send'], createCalls);

/**
 * Observes every `XMLHttpRequest`, which axios and older SDKs use in a browser. Returns the function that stops it.
 *
 * Shares and leaves its wrappers as `watchFetch` does. Does nothing without an `XMLHttpRequest`. If its prototype is
 * frozen, warns once with MK406 and observes nothing.
 */
export function watchXhr({ observe, platform }: RequestObserver): () => void {
  const prototype = globalThis.XMLHttpRequest?.prototype;
  if (prototype === undefined) return () => {};
  return addObserver(prototype, { observe, platform }) ?? warnOfLock(prototype, 'XMLHttpRequest.prototype');
}

function createCalls(observers: ReadonlySet<RequestObserver>): readonly WrappedCall[] {
  const opened = new WeakMap<XMLHttpRequest, Opened>();
  const exchanges = new WeakMap<XMLHttpRequest, Sent>();
  const listened = new WeakSet<XMLHttpRequest>();

  const open: WrappedCall = (original, receiver, input) => {
    if (!isXhr(receiver)) return Reflect.apply(original, receiver, input);
    const before = opened.get(receiver);
    const ended = exchanges.get(receiver);
    const [method, url] = input;
    // Recorded before `open` runs: a listener may send the request during the call.
    opened.set(receiver, { method, url: url instanceof URL ? url.href : url });
    try {
      const result = Reflect.apply(original, receiver, input);
      // Opening a request again ends it without an event.
      if (ended && exchanges.get(receiver) === ended) end(receiver, ended);
      listen(receiver);
      return result;
    } catch (error) {
      if (before) opened.set(receiver, before);
      else opened.delete(receiver);
      throw error;
    }
  };

  const send: WrappedCall = (original, receiver, input) => {
    const request = isXhr(receiver) ? opened.get(receiver) : undefined;
    if (!isXhr(receiver) || !request) return Reflect.apply(original, receiver, input);
    const before = exchanges.get(receiver);
    const { method, url } = request;
    const { settle } = observeExchange(observers, () => ({
      method: String(method),
      url: String(url),
      body: input[0],
    }));
    exchanges.set(receiver, { settle, readers: new Set() });
    try {
      return Reflect.apply(original, receiver, input);
    } catch (error) {
      settle();
      // A request that is sent twice throws, and the first one continues.
      if (before) exchanges.set(receiver, before);
      else exchanges.delete(receiver);
      throw error;
    }
  };

  function listen(xhr: XMLHttpRequest): void {
    if (listened.has(xhr)) return;
    listened.add(xhr);
    // The first event that has the status and the end: a listener of `load` may open the request again.
    xhr.addEventListener('readystatechange', (event) => {
      const exchange = exchanges.get(xhr);
      if (!exchange) return;
      // A body that never ends fires no final event.
      const isAnswered =
        xhr.readyState === xhr.DONE || (xhr.readyState === xhr.HEADERS_RECEIVED && xhr.status === 503);
      if (isAnswered && xhr.status !== 0) {
        exchange.settle({
          status: xhr.status,
          source: event,
          readNotice: (platform) => readXhrNotice(xhr, exchange.readers, platform),
        });
      }
      if (xhr.readyState === xhr.DONE) end(xhr, exchange);
    });
  }

  function end(xhr: XMLHttpRequest, { settle, readers }: Sent): void {
    exchanges.delete(xhr);
    settle();
    for (const read of readers) read();
  }

  return [open, send];
}

function isXhr(receiver: unknown): receiver is XMLHttpRequest {
  return typeof receiver === 'object' && receiver !== null && 'addEventListener' in receiver;
}
