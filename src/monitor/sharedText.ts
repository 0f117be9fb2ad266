import type { Platform } from '../platform/platform.ts';

/** The key of the shared state in `localStorage`. */
export const SHARED_STATE_KEY = 'maintenance-kit.state';

/** Reads the state that the tabs of the browser share. Returns `null` without a stored state or a storage. */
export function readSharedText({ sharedStorage }: Platform): string | null {
  try {
    return sharedStorage?.getItem(SHARED_STATE_KEY) ?? null;
  } catch {
    return null;
  }
}
