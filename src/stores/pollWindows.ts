import type { Platform } from '../platform/platform.ts';
import type { MaintenanceWindow } from '../protocol/serviceStatus.ts';
import type { WindowSource } from '../protocol/windowSource.ts';
import { hashOf } from './hashOf.ts';
import {
  formatLoadedWindows,
  parseLoadedWindows,
  parseWindows,
  type LoadedWindows,
} from './storedWindows.ts';

const MINUTE_MS = 60_000;
const DEFAULT_EVERY_MS = 10 * MINUTE_MS;

/** The longest wait of a page that returns when a load is overdue. */
const OVERDUE_JITTER_MS = 5_000;

const STORAGE_KEY = 'maintenance-kit:windows';

/**
 * Loads the windows of a source now, and again after `everyMs` to twice that time, while the page is attended. A load
 * that fails changes nothing. The tabs of a browser share what a source with a name has loaded, so one of them loads for all.
 * Returns a function that stops it.
 */
export function pollWindows(
  source: WindowSource,
  platform: Platform,
  onWindows: (windows: readonly MaintenanceWindow[]) => void,
): () => void {
  const shared = source.name === undefined ? undefined : sharedLoads(source.name, platform);
  // NaN isn't longer than a minute either.
  const { everyMs = DEFAULT_EVERY_MS } = source;
  const waitMs = everyMs > MINUTE_MS ? everyMs : MINUTE_MS;
  let windows: readonly MaintenanceWindow[] = [];
  let dueAt = platform.monotonicNow();
  let isLoading = false;
  let isStopped = false;
  let cancelTimer = (): void => {};

  function schedule(jitterMs = 0): void {
    cancelTimer();
    if (isStopped || isLoading || !platform.isAttended()) return;
    const leftMs = dueAt - platform.monotonicNow();
    cancelTimer = platform.setTimer(() => void load(), leftMs > 0 ? leftMs : jitterMs);
  }

  function adopt(loaded: readonly MaintenanceWindow[], ageMs: number): void {
    windows = loaded;
    dueAt = platform.monotonicNow() - ageMs + waitMs * (1 + platform.random());
    onWindows(windows);
  }

  /** Returns whether a tab has asked the source lately. */
  function adoptShared(): boolean {
    const loads = shared?.read();
    if (!loads) return false;
    const ageMs = platform.now() - loads.loadedAt;
    adopt(loads.windows, ageMs);
    return ageMs < waitMs;
  }

  async function load(): Promise<void> {
    if (!adoptShared()) {
      isLoading = true;
      try {
        windows = parseWindows(await source.load());
      } catch {
        // The windows of the last answer stay.
      }
      isLoading = false;
      if (isStopped) return;
      shared?.write(windows);
      adopt(windows, 0);
    }
    schedule();
  }

  const stops = [
    platform.onAttentionChange(() => schedule(platform.random() * OVERDUE_JITTER_MS)),
    shared?.onChange(() => {
      adoptShared();
      schedule();
    }),
  ];
  if (platform.isAttended()) void load();
  else adoptShared();
  return () => {
    isStopped = true;
    cancelTimer();
    stops.forEach((stop) => stop?.());
  };
}

interface SharedLoads {
  readonly read: () => LoadedWindows | undefined;
  readonly write: (windows: readonly MaintenanceWindow[]) => void;
  readonly onChange: (listener: () => void) => () => void;
}

/** The loads of a source that the tabs share. Without a storage they share none. */
function sharedLoads(name: string, platform: Platform): SharedLoads {
  const source = hashOf(name);
  return {
    read() {
      try {
        const text = platform.sharedStorage?.getItem(STORAGE_KEY);
        return parseLoadedWindows(text, { source, now: platform.now() });
      } catch {
        return undefined;
      }
    },
    write(windows) {
      try {
        platform.sharedStorage?.setItem(
          STORAGE_KEY,
          formatLoadedWindows({ source, loadedAt: platform.now(), windows }),
        );
      } catch {
        // The browser forbids storage, or it is full.
      }
    },
    onChange: (listener) => platform.onSharedChange(STORAGE_KEY, listener),
  };
}
