import { assertState, moved } from './initialState.ts';
import type { MaintenanceState } from './maintenanceState.ts';
import type { Platform } from '../platform/platform.ts';

/** The key of the shared state in `localStorage`. */
export const SHARED_STATE_KEY = 'maintenance-kit.state';

/** A change of the format gets a new number, so that two releases of an application ignore each other's states. */
export const SHARED_VERSION = 1;

/** Longer texts aren't the kit's: an API's notice is limited to a few thousand characters. */
export const MAX_SHARED_LENGTH = 16_000;

/** Reads the state that the tabs of the browser share. Returns `null` without a stored state or a storage. */
export function readSharedText({ sharedStorage }: Platform): string | null {
  try {
    return sharedStorage?.getItem(SHARED_STATE_KEY) ?? null;
  } catch {
    return null;
  }
}

interface StoredMaintenance {
  readonly version: number;
  readonly savedAt: number;
  readonly until: number;
  readonly state: Exclude<MaintenanceState, { readonly status: 'operational' }>;
}

/**
 * Returns the maintenance that the browser remembers, for the first paint. The engine reads the text again when its code is
 * loaded, with all rules, and decides. Ignores a text that is too long, expired, from the future or of another version, and
 * a state of APIs that the page doesn't trust. Never throws.
 */
export function peekSharedState(
  platform: Platform,
  isTrusted: (api: string) => boolean,
): MaintenanceState | undefined {
  try {
    // Throws without a text, and below for an operational state, which has no APIs.
    const text = readSharedText(platform)?.slice(0, MAX_SHARED_LENGTH) as string;
    const { version, savedAt, until, state } = JSON.parse(text) as StoredMaintenance;
    assertState(state);
    const now = platform.now();
    const isCurrent = version === SHARED_VERSION && savedAt <= now && now < until;
    return isCurrent && state.apis.every(isTrusted) ? moved(state, platform.monotonicNow() - now) : undefined;
  } catch {
    return undefined;
  }
}
