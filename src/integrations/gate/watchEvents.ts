import type { MaintenanceMonitor } from '../../monitor/createMaintenanceMonitor.ts';
import type { ServiceStatus } from '../../protocol/serviceStatus.ts';
import { addressOf } from './addressOf.ts';
import { keepStreamOpen, type EventStream } from './keepStreamOpen.ts';
import { takeTurns } from './takeTurns.ts';

export interface WatchEventsOptions {
  /** The address of the gate's `eventsPath`, such as "/api/maintenance/events". */
  readonly url: string;
  /** Opens the stream. Default: `(url) => new EventSource(url)`; `undefined` where the browser has none. */
  readonly open?: (url: string) => EventStream | undefined;
}

/**
 * A maintenance ends within this time. Users and deferred actions send what they waited with, so the pages must not all
 * do it in the same second.
 */
const END_JITTER_MS = 10_000;

/**
 * Follows the events that a gate pushes, in addition to the checks: a maintenance begins at once, and ends within ten
 * seconds, at a random moment.
 *
 * One tab of a browser has the stream while the user looks at it, and the others follow the shared state. A stream that
 * breaks is opened again after 5 to 95 seconds, and after up to 13 minutes while it keeps failing. Messages that aren't
 * a status, or have another origin than `url`, are ignored. Does nothing on a server and where there is no
 * `EventSource`.
 *
 * Returns a function that stops it.
 *
 * @throws {KitError} MK322 if `url` is neither a path nor an absolute URL with `https:` or `http:`.
 */
export function watchEvents(
  monitor: MaintenanceMonitor,
  { url, open = openEventSource }: WatchEventsOptions,
): () => void {
  const { platform } = monitor;
  const { href, origin } = addressOf(url, platform.href);
  let newestVersion = -1;
  let cancelEnd = (): void => {};

  function receive({ mode, retryAfter, version = newestVersion }: ServiceStatus): void {
    // Servers behind a load balancer learn of a change at different times.
    if (version < newestVersion) return;
    newestVersion = version;
    cancelEnd();
    const startedAt = platform.monotonicNow();
    if (mode === 'operational') {
      const delayMs = platform.random() * END_JITTER_MS;
      cancelEnd = platform.setTimer(() => void monitor.reportStatus(mode, { startedAt }), delayMs);
    } else {
      const wait = retryAfter !== undefined && { retryAfterMs: retryAfter * 1000 };
      void monitor.reportStatus(mode, { startedAt, ...wait });
    }
  }

  const follow = (): (() => void) =>
    keepStreamOpen({ platform, open: () => open(href), origin, onStatus: receive });
  const stop = takeTurns(platform, `maintenance-kit.events ${href}`, follow);
  return () => {
    stop();
    cancelEnd();
  };
}

function openEventSource(url: string): EventStream | undefined {
  return typeof EventSource === 'undefined' ? undefined : new EventSource(url);
}
