import { KitError } from '../protocol/KitError.ts';
import type { ServiceStatus } from '../protocol/serviceStatus.ts';
import { createLastKnown, type GateTimer } from './createLastKnown.ts';
import { statusText } from './statusResponse.ts';
import { inTime, loadStatus, SWITCH_KEY, timedOut, type SwitchStorage } from './switchStorage.ts';

export interface StatusStoreOptions {
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly setTimer: GateTimer;
  readonly now: () => number;
  /** Called once for each outage. */
  readonly report: (error: unknown) => void;
  readonly onChange: (status: ServiceStatus) => void;
}

export interface StatusStore {
  /** Resolves to the newest known status. Never rejects. */
  readonly read: () => Promise<ServiceStatus>;
  /** Stores the edited status. Rejects with a `KitError` if that fails. */
  readonly change: (edit: Edit) => Promise<ServiceStatus>;
}

type Edit = (status: ServiceStatus) => ServiceStatus;

/** How long a read is used again. Several processes agree after this time. */
const CACHE_MS = 500;

/** While the storage fails, no request waits longer for it. */
const OUTAGE_TIMEOUT_MS = 100;

const initial: ServiceStatus = { mode: 'operational', windows: [], version: 0 };

/** Creates the status of a service in a storage: cached reads, the last known status, and changes one by one. */
export function createStatusStore(
  storage: SwitchStorage,
  { timeoutMs, setTimer, now, report, onChange }: StatusStoreOptions,
): StatusStore {
  let known = initial;
  let lastChange: Promise<unknown> = Promise.resolve();

  function learn(status: ServiceStatus): void {
    const isChange = statusText(status) !== statusText(known);
    known = status;
    if (isChange) onChange(status);
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

  async function write(edit: Edit): Promise<ServiceStatus> {
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

  return {
    read: createCachedRead(readStorage, () => known, now),
    change(edit) {
      const changed = lastChange.then(() => write(edit));
      lastChange = changed.catch(() => {});
      return changed;
    },
  };
}

/** Returns a read that the requests of `CACHE_MS` share. */
function createCachedRead(
  read: () => Promise<unknown>,
  known: () => ServiceStatus,
  now: () => number,
): () => Promise<ServiceStatus> {
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
    () =>
      `The storage of the maintenance switch can’t be read (${reasonOf(cause)}), so the last known mode stays, ` +
      `"${mode}": check the storage. This is reported once for each outage.`,
    { cause },
  );
}

function unchanged(what: string, cause: unknown): KitError {
  return new KitError(
    'MK222',
    () =>
      `The storage of the maintenance switch ${what} (${reasonOf(cause)}): check the storage, then try again.`,
    { cause },
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
