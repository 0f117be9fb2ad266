import type { ServiceStatus } from '../protocol/serviceStatus.ts';
import type { GateTimer } from './createLastKnown.ts';
import { statusText } from './statusResponse.ts';

export interface EventStreamsOptions {
  readonly read: () => Promise<ServiceStatus>;
  readonly subscribe: (listener: (status: ServiceStatus) => void) => () => void;
  readonly maxStreams: number;
  readonly setTimer: GateTimer;
  readonly random: () => number;
}

export interface EventStreams {
  /** Returns the response to an `EventSource`: a stream, or a 503 without the contract's code if too many are open. */
  readonly open: () => Response;
  readonly close: () => void;
}

/** Shorter than the time after which proxies close a silent connection, which is 30 seconds or more. */
const HEARTBEAT_MS = 25_000;

/** After the end of a stream, its clients come back within this time, not all at once. */
const RETRY_MS = { from: 5_000, width: 30_000 };

/** The number of messages that wait for a slow client before its stream ends. */
const MAX_WAITING = 16;

/** Creates the streams that push each status to clients: the current one first, then each new one. */
export function createEventStreams({
  read,
  subscribe,
  maxStreams,
  setTimer,
  random,
}: EventStreamsOptions): EventStreams {
  /** The functions that end the open streams. */
  const streams = new Set<() => void>();

  /** Starts to push, and returns the function that stops it when the client leaves. */
  function start(controller: ReadableStreamDefaultController<Uint8Array>): () => void {
    const encoder = new TextEncoder();
    let sent = '';
    let cancelHeartbeat = (): void => {};

    function stop(): void {
      streams.delete(end);
      cancelHeartbeat();
      unsubscribe();
    }

    function end(): void {
      stop();
      controller.close();
    }

    function send(text: string): void {
      if (!streams.has(end)) return;
      controller.enqueue(encoder.encode(text));
      if ((controller.desiredSize ?? 0) < -MAX_WAITING) end();
    }

    function sendStatus(status: ServiceStatus): void {
      const text = statusText(status);
      if (text === sent) return;
      sent = text;
      send(`event: status\nid: ${status.version ?? 0}\ndata: ${text}\n\n`);
    }

    function beat(): void {
      cancelHeartbeat = setTimer(() => {
        // A comment, which clients ignore.
        send(':\n\n');
        if (streams.has(end)) beat();
      }, HEARTBEAT_MS);
    }

    streams.add(end);
    const unsubscribe = subscribe(sendStatus);
    send(`retry: ${Math.round(RETRY_MS.from + random() * RETRY_MS.width)}\n\n`);
    void read().then(sendStatus);
    beat();
    return stop;
  }

  return {
    open() {
      if (streams.size >= maxStreams) return tooMany();
      let stop = (): void => {};
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => void (stop = start(controller)),
        cancel: () => stop(),
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream', ...unbuffered } });
    },
    close() {
      for (const end of streams) end();
    },
  };
}

/** `no-transform` keeps compression from collecting events, the other header nginx. */
const unbuffered = { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' };

function tooMany(): Response {
  return new Response('Too many event streams are open. Poll the status document.\n', {
    status: 503,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store', 'retry-after': '60' },
  });
}
