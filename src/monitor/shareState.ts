import type { Platform } from '../platform/platform.ts';
import { UNNAMED_API, type MaintenanceState } from './maintenanceState.ts';
import { readSharedText, SHARED_STATE_KEY } from './sharedText.ts';
import { formatSharedState, newerState, parseSharedState, type SharedState } from './sharedState.ts';

/** The key of the time of the last check on load, by the wall clock, in `localStorage`. */
const CHECKED_KEY = 'maintenance-kit.checked';

/** A reload or another tab within this time doesn't check again. */
const CHECK_EVERY_MS = 60_000;

export interface StateSharing {
  /** Returns what the other tabs of the browser know if it is newer than `own`, else `own`. */
  readonly read: (own: MaintenanceState) => MaintenanceState;
  /** Shares a state. `startedAt` is when the request was sent whose answer led to it. */
  readonly write: (shared: SharedState) => void;
  /** Returns whether no tab has checked in the last minute, and notes that this tab does now. */
  readonly claimFirstCheck: () => boolean;
  /** Ends a maintenance whose shared state has expired: a tab that slept still shows it. */
  readonly endExpired: (endedAt: number) => void;
  /** Calls `onChange` when another tab shares a state. The returned function unsubscribes. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/**
 * Shares the state with the other tabs of the browser, and with the page after a reload. A storage that is missing or
 * throws (private mode, quota, blocked) shares nothing.
 *
 * @param isTrusted Another application of the origin may use the kit too: a state whose APIs this page doesn't trust is
 *   ignored.
 */
export function shareState(platform: Platform, isTrusted: (api: string) => boolean): StateSharing {
  const concernsPage = (state: MaintenanceState): boolean =>
    state.status === 'operational' || state.apis.every((api) => api === UNNAMED_API || isTrusted(api));

  function write(shared: SharedState): void {
    try {
      platform.sharedStorage?.setItem(SHARED_STATE_KEY, formatSharedState(shared, platform));
    } catch {
      // The quota is exceeded. Each tab keeps its own state.
    }
  }

  return {
    read(own) {
      const shared = parseSharedState(readSharedText(platform), platform);
      return shared && concernsPage(shared.state) ? newerState(own, shared) : own;
    },
    write,
    endExpired(endedAt) {
      const text = readSharedText(platform);
      // Without a maintenance, there is nothing to end. The quotes inside of a notice are escaped.
      if (text === null || text.includes('"status":"operational"')) return;
      write({ state: { status: 'operational', endedAt }, startedAt: endedAt });
    },
    claimFirstCheck() {
      try {
        const now = platform.now();
        const agoMs = now - Number(platform.sharedStorage?.getItem(CHECKED_KEY) ?? Number.NaN);
        if (Math.abs(agoMs) < CHECK_EVERY_MS) return false;
        platform.sharedStorage?.setItem(CHECKED_KEY, String(now));
      } catch {
        // Without a storage, each tab checks.
      }
      return true;
    },
    subscribe: (onChange) => platform.onSharedChange(SHARED_STATE_KEY, onChange),
  };
}
