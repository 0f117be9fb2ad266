import type { MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import type { MaintenanceWindow } from '../protocol/serviceStatus.ts';
import type { WindowSource } from '../protocol/windowSource.ts';
import { createStore, type ReadableStore } from './createStore.ts';
import { pollWindows } from './pollWindows.ts';
import { formatDismissed, parseDismissed } from './storedWindows.ts';
import { noWindows, windowsAt, type WindowsState } from './windowsState.ts';

export interface WindowStore extends ReadableStore<WindowsState> {
  /** Follows a list or a source of windows, instead of any before, until the returned function is called. */
  readonly follow: (windows: readonly MaintenanceWindow[] | WindowSource) => () => void;
  /** Announces a window no more, in any tab of the browser. */
  readonly dismiss: (id: string) => void;
  /** Returns true for the first call with each id: the window is to be announced to screen readers. */
  readonly isNew: (id: string) => boolean;
}

const MINUTE_MS = 60_000;
const DEFAULT_ANNOUNCE_BEFORE_MS = 24 * 60 * MINUTE_MS;
const DISMISSED_KEY = 'maintenance-kit:dismissed-windows';

/** Creates the store of the planned windows. It reads the clock once a minute while a window is ahead or on. */
export function createWindows({ monitor }: { readonly monitor: MaintenanceMonitor }): WindowStore {
  const { platform } = monitor;
  const { getSnapshot, subscribe, set } = createStore<WindowsState>(noWindows);
  const seen = new Set<string>();
  let windows: readonly MaintenanceWindow[] = [];
  let dismissed: readonly string[] = [];
  let announceBeforeMs = DEFAULT_ANNOUNCE_BEFORE_MS;
  let cancelTick = (): void => {};

  function update(): void {
    cancelTick();
    const now = platform.now();
    const state = onWallClock(monitor.getSnapshot(), now - platform.monotonicNow());
    const next = windowsAt({ windows, dismissed, announceBeforeMs, state, now });
    if (JSON.stringify(next) !== JSON.stringify(getSnapshot())) set(next);
    const isAhead = next !== noWindows || windows.some(({ endsAt }) => Date.parse(endsAt) > now);
    cancelTick = isAhead ? platform.setTimer(update, MINUTE_MS - (now % MINUTE_MS)) : () => {};
  }

  function show(next: readonly MaintenanceWindow[]): void {
    windows = next;
    update();
  }

  function readDismissed(): void {
    try {
      // Without a storage, this page remembers.
      const storage = platform.sharedStorage;
      if (storage) dismissed = parseDismissed(storage.getItem(DISMISSED_KEY));
    } catch {
      // The browser forbids storage.
    }
  }

  function watch(): () => void {
    const stops = [
      monitor.subscribe(update),
      platform.onAttentionChange(update),
      platform.onSharedChange(DISMISSED_KEY, () => {
        readDismissed();
        update();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  return {
    getSnapshot,
    subscribe,
    follow(followed) {
      readDismissed();
      const stopWatching = watch();
      const isSource = 'load' in followed;
      announceBeforeMs = (isSource ? followed.announceBeforeMs : undefined) ?? DEFAULT_ANNOUNCE_BEFORE_MS;
      if (!isSource) show(followed);
      const stopPolling = isSource ? pollWindows(followed, platform, show) : () => {};
      return () => {
        stopPolling();
        stopWatching();
        cancelTick();
        windows = [];
        set(noWindows);
      };
    },
    dismiss(id) {
      readDismissed();
      dismissed = [...dismissed.filter((other) => other !== id), id];
      try {
        platform.sharedStorage?.setItem(DISMISSED_KEY, formatDismissed(dismissed));
      } catch {
        // The browser forbids storage, or it is full: this page remembers.
      }
      update();
    },
    isNew(id) {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    },
  };
}

/** Returns the state with the times that windows are compared with on the wall clock. */
function onWallClock(state: MaintenanceState, aheadMs: number): MaintenanceState {
  const moved = state.endedAt === undefined ? state : { ...state, endedAt: state.endedAt + aheadMs };
  return moved.status === 'operational' ? moved : { ...moved, since: moved.since + aheadMs };
}
