import { KitError } from '../protocol/KitError.ts';
import type { MaintenanceWindow, ServiceStatus } from '../protocol/serviceStatus.ts';
import { createEventStreams } from './createEventStreams.ts';
import { createLastKnown, MAX_TIMER_MS, startTimer, type GateTimer } from './createLastKnown.ts';
import type { GateRequest } from './GateRequest.ts';
import { createSubscriptions } from './createSubscriptions.ts';
import { statusResponse } from './statusResponse.ts';
import { withMode, withoutWindow, withWindow, type ModeChange } from './switchChanges.ts';
import {
  createMemoryStorage,
  inTime,
  loadStatus,
  SWITCH_KEY,
  timedOut,
  type SwitchStorage,
} from './switchStorage.ts';

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
  /** Removes a window. Rejects with a `KitError` if there is none with that id, or the change isn't stored. */
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

/** How long a read is used again. Several processes agree after this time. */
const CACHE_MS = 500;

/** While the storage fails, no request waits longer for it. */
const OUTAGE_TIMEOUT_MS = 100;

const initial: ServiceStatus = { mode: 'operational', windows: [], version: 0 };

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
  let known = initial;
  let lastChange: Promise<unknown> = Promise.resolve();

  function report(error: unknown): void {
    try {
      onError(error);
    } catch {
      // A reporter that throws must not fail the request.
    }
  }

  function learn(status: ServiceStatus): void {
    const isChange = JSON.stringify(status) !== JSON.stringify(known);
    known = status;
    if (isChange) announce(status);
  }

  const readStorage = createLastKnown({
    read: () => loadStatus(storage),
    merge(stored) {
      if (!stored && known !== initial) throw new Error('it has lost the state');
      if (stored && isNewer(stored, known)) learn(stored);
      return stored;
    },
    initial: undefined,
    timeoutMs,
    outageTimeoutMs: Math.min(timeoutMs, OUTAGE_TIMEOUT_MS),
    timedOut: () => timedOut(timeoutMs),
    setTimer,
    report: (error) => report(unreadable(error, known)),
  });
  const read = createCachedRead({ read: readStorage, known: () => known, now });
  const { subscribe, announce, close } = createSubscriptions({ read, everyMs: CACHE_MS, setTimer, report });
  const streams = createEventStreams({ read, subscribe, maxStreams: maxEventStreams, setTimer, random });

  async function write(edit: (status: ServiceStatus) => ServiceStatus): Promise<ServiceStatus> {
    const stored = await inTime(loadStatus(storage), timeoutMs, setTimer).catch((error: unknown) => {
      throw unchanged('can’t be read, so nothing was changed', error);
    });
    const before = stored && isNewer(stored, known) ? stored : known;
    // The clock makes versions grow even if the storage loses its state.
    const after = { ...edit(before), version: Math.max((before.version ?? 0) + 1, now()) };
    await inTime(storage.setItem(SWITCH_KEY, after), timeoutMs, setTimer).catch((error: unknown) => {
      throw unchanged('can’t be written, so the change may be missing', error);
    });
    learn(after);
    return after;
  }

  /** Makes one change after the other. */
  function change(edit: (status: ServiceStatus) => ServiceStatus): Promise<ServiceStatus> {
    const changed = lastChange.then(() => write(edit));
    lastChange = changed.catch(() => {});
    return changed;
  }

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
      close();
    },
  };
}

/** Returns a read that is shared by the requests that come within `CACHE_MS`. */
function createCachedRead({
  read,
  known,
  now,
}: {
  readonly read: () => Promise<unknown>;
  readonly known: () => ServiceStatus;
  readonly now: () => number;
}): () => Promise<ServiceStatus> {
  let readAt = -Infinity;
  let pending: Promise<ServiceStatus> | undefined;

  async function readNow(): Promise<ServiceStatus> {
    const startedAt = now();
    await read();
    readAt = startedAt;
    pending = undefined;
    return known();
  }

  return () => {
    const age = now() - readAt;
    // The age is negative after the clock was set back.
    if (age >= 0 && age < CACHE_MS) return Promise.resolve(known());
    pending ??= readNow();
    return pending;
  };
}

/** Returns whether a stored status is no older than the known one. A replica may lag behind. */
function isNewer(stored: ServiceStatus, known: ServiceStatus): boolean {
  return stored.version === undefined || stored.version >= (known.version ?? 0);
}

function unreadable(cause: unknown, { mode }: ServiceStatus): KitError {
  return new KitError(
    'MK221',
    `The storage of the maintenance switch can’t be read (${reasonOf(cause)}), so the last known mode stays, ` +
      `"${mode}": check the storage. This is reported once for each outage.`,
    { cause },
  );
}

function unchanged(what: string, cause: unknown): KitError {
  return new KitError(
    'MK222',
    `The storage of the maintenance switch ${what} (${reasonOf(cause)}): check the storage, then try again.`,
    { cause },
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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
