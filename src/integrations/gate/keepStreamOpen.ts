import type { Platform } from '../../platform/platform.ts';
import { parseServiceStatus, type ServiceStatus } from '../../protocol/serviceStatus.ts';

/** The part of an `EventSource` that the kit uses. */
export interface EventStream {
  readonly addEventListener: (
    type: 'status' | 'error',
    listener: (event: { readonly data?: unknown; readonly origin?: string }) => void,
  ) => void;
  readonly close: () => void;
}

interface KeepStreamOpenOptions {
  readonly platform: Platform;
  readonly open: () => EventStream | undefined;
  /** The origin whose messages count. */
  readonly origin: string;
  readonly onStatus: (status: ServiceStatus) => void;
}

/**
 * The wait before a stream that broke is opened again, doubled up to three times while no status arrives. All streams
 * break when a server restarts, and the checks of a maintenance go on: together they must not exceed the first wave of
 * checks.
 */
const RETRY_MS = { from: 5_000, width: 90_000 };
const MAX_DOUBLINGS = 3;

/** Opens a stream, and opens it again when it breaks, until the returned function is called. */
export function keepStreamOpen({ platform, open, origin, onStatus }: KeepStreamOpenOptions): () => void {
  let stream: EventStream | undefined;
  let failures = 0;
  let cancelRetry = (): void => {};

  function connect(): void {
    const opened = openSafely(open);
    stream = opened;
    opened?.addEventListener('status', (event) => {
      const isOwn = stream === opened && (event.origin ?? origin) === origin;
      const status = isOwn ? parseServiceStatus(event.data) : undefined;
      if (!status) return;
      failures = 0;
      onStatus(status);
    });
    opened?.addEventListener('error', () => {
      if (stream !== opened) return;
      // The browser would open it again after the time that the server names, or never.
      disconnect();
      const waitMs = RETRY_MS.from + platform.random() * RETRY_MS.width;
      cancelRetry = platform.setTimer(connect, waitMs * 2 ** Math.min(failures, MAX_DOUBLINGS));
      failures += 1;
    });
  }

  function disconnect(): void {
    cancelRetry();
    stream?.close();
    stream = undefined;
  }

  connect();
  return disconnect;
}

function openSafely(open: () => EventStream | undefined): EventStream | undefined {
  try {
    return open();
  } catch {
    // The browser forbids it. The checks go on.
    return undefined;
  }
}
