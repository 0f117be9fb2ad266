import { KitError } from '../protocol/KitError.ts';
import type { MaintenanceWindow, ServiceStatus } from '../protocol/serviceStatus.ts';
import { createEventStreams } from './createEventStreams.ts';
import { MAX_TIMER_MS, startTimer, type GateTimer } from './createLastKnown.ts';
import { createStatusStore } from './createStatusStore.ts';
import { createSubscriptions } from './createSubscriptions.ts';
import type { GateRequest } from './GateRequest.ts';
import { statusResponse } from './statusResponse.ts';
import { withMode, withoutWindow, withWindow, type ModeChange } from './switchChanges.ts';
import { createMemoryStorage, type SwitchStorage } from './switchStorage.ts';

export interface MaintenanceSwitchOptions {
  /** How long a read or a write of the storage may take, in milliseconds, from 1. Default: 2000. */
  readonly timeoutMs?: number;
  /** The number of event streams that one process keeps open. Default: 1000. */
  readonly maxEventStreams?: number;
  /** Called once for each outage of the storage. Default: writes one line with `console.error`. */
  readonly onError?: (error: unknown) => void;
  /** Default: `setTimeout` and `clearTimeout`. */
  readonly setTimer?: GateTimer;
  /** The wall clock, in milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
  /** Default: `Math.random`. */
  readonly random?: () => number;
}

/** The state of a service in a storage that several processes share. */
export interface MaintenanceSwitch {
  /** Resolves to the newest known status. It is at most half a second old, unless the storage fails. Never rejects. */
  readonly read: () => Promise<ServiceStatus>;
  /** Changes the mode, and keeps the windows. Rejects with a `KitError` if the change isn't stored. */
  readonly set: (change: ModeChange) => Promise<ServiceStatus>;
  /** Announces a window, or changes the one with the same id. Rejects with a `KitError` if that isn't stored. */
  readonly schedule: (window: MaintenanceWindow) => Promise<ServiceStatus>;
  /** Removes a window. Rejects with a `KitError` if no window has that id, or the change isn't stored. */
  readonly cancel: (id: string) => Promise<ServiceStatus>;
  /** Calls back with each new status, of other processes too. The returned function unsubscribes. */
  readonly subscribe: (listener: (status: ServiceStatus) => void) => () => void;
  /** Resolves to the status document, as the gate serves it at its check path. */
  readonly respond: (request: GateRequest) => Promise<Response>;
  /** Returns the stream of events, as the gate serves it at its events path. */
  readonly stream: () => Response;
  /** Ends the event streams and all subscriptions, so that a server can close. */
  readonly close: () => void;
}

/** How often subscriptions read the status, which is cached. */
const POLL_MS = 250;

/**
 * Creates a switch: the mode of a service and its planned windows, in a storage that several processes share. A storage
 * is any `Storage` of unstorage, `fileStorage(path)` of `maintenance-kit/gate/file-storage`, or your own. Without one,
 * the state stays in the memory of this process.
 *
 * Reads are cached for half a second, and requests that come together share one. A storage that fails, is empty or
 * returns something else keeps the last known status, `operational` at first, and is reported once.
 *
 * Each change reads the storage first and writes the whole state. Of two processes that change it in the same moment,
 * the last one wins.
 *
 * @throws {KitError} MK223 for bad options.
 */
export function createMaintenanceSwitch(
  storage: SwitchStorage = createMemoryStorage(),
  options: MaintenanceSwitchOptions = {},
): MaintenanceSwitch {
  const { timeoutMs = 2000, maxEventStreams = 1000, setTimer = startTimer } = options;
  const { now = Date.now, random = Math.random, onError = logLine } = options;
  assertPositive({ timeoutMs, maxEventStreams });

  function report(error: unknown): void {
    try {
      onError(error);
    } catch {
      // A reporter that throws must not fail the request.
    }
  }

  const { read, change } = createStatusStore(storage, {
    timeoutMs,
    setTimer,
    now,
    report,
    onChange: (status) => subscriptions.announce(status),
  });
  const subscriptions = createSubscriptions({ read, everyMs: POLL_MS, setTimer, report });
  const { subscribe } = subscriptions;
  const streams = createEventStreams({ read, subscribe, maxStreams: maxEventStreams, setTimer, random });

  return {
    read,
    set: (mode) => change((status) => withMode(status, mode, now())),
    schedule: (window) => change((status) => withWindow(status, window, now())),
    cancel: (id) => change((status) => withoutWindow(status, id)),
    subscribe,
    respond: async (request) => statusResponse(await read(), request),
    stream: streams.open,
    close() {
      streams.close();
      subscriptions.close();
    },
  };
}

function logLine(error: unknown): void {
  console.error(String(error).replaceAll(/\s*\n\s*/g, ' '));
}

function assertPositive(options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value >= 1 && value <= MAX_TIMER_MS) continue;
    throw new KitError(
      'MK223',
      `createMaintenanceSwitch was given ${String(value)} as ${name}: give a number from 1 to ${MAX_TIMER_MS}.`,
    );
  }
}
