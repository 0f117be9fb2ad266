import { createMaintenanceMonitor } from '../../src/monitor/createMaintenanceMonitor.ts';
import { loadEngine } from '../../src/monitor/lazyEngine.ts';
import { watchFetch } from '../../src/monitor/watchFetch.ts';
import { watchXhr } from '../../src/monitor/watchXhr.ts';
import { browserPlatform } from '../../src/platform/browserPlatform.ts';

/** The parts of the kit that a separate page imports. */
export interface PageKit {
  readonly createMaintenanceMonitor: typeof createMaintenanceMonitor;
  readonly watchFetch: typeof watchFetch;
  readonly watchXhr: typeof watchXhr;
  readonly browserPlatform: typeof browserPlatform;
  readonly loadEngine: typeof loadEngine;
}

Object.assign(globalThis, {
  // Vitest wraps every dynamic import with a function that only its own page has.
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() },
  kit: { createMaintenanceMonitor, watchFetch, watchXhr, browserPlatform, loadEngine } satisfies PageKit,
});
