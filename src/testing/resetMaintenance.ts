/** The beginning of every key under which the kit stores something. */
const PREFIX = 'maintenance-kit';

/**
 * Forgets what the kit has stored in this browser or test environment: drafts, the state that tabs share, and planned
 * windows. Call it before each test, so that no test begins with what another one left. Does nothing without a storage.
 */
export function resetMaintenance(): void {
  for (const storage of [globalThis.sessionStorage, globalThis.localStorage]) {
    if (!storage) continue;
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const key of keys) if (key.startsWith(PREFIX)) storage.removeItem(key);
  }
}
