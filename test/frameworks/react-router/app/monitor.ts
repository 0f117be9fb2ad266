import { createMaintenanceMonitor } from 'maintenance-kit';
import { readServiceCheck } from 'maintenance-kit/protocol';

/** Lives outside of React, where a `clientAction` can reach it. */
export const monitor = createMaintenanceMonitor({
  check: async () => readServiceCheck(await fetch('/maintenance', { cache: 'no-store' })),
});
