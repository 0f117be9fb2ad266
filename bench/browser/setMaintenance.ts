import type { MaintenanceMonitor } from 'maintenance-kit';
import { contractNotice } from 'maintenance-kit/protocol';

/** Lets a monitor see a mutation that is rejected by a maintenance, or one that succeeds after it. */
export async function setMaintenance(monitor: MaintenanceMonitor, on: boolean): Promise<void> {
  // The clock moves on: a request that began with the last answer proves nothing.
  await new Promise((resolve) => setTimeout(resolve, 2));
  const settle = monitor.observe(() => ({ method: 'POST', url: '/api/notes' }));
  settle({
    status: on ? 503 : 200,
    source: {},
    readNotice: () => Promise.resolve({ ...contractNotice, retryAfterMs: 3_600_000 }),
  });
  await Promise.resolve();
  // The first time, the rules of a maintenance may still be loading.
  while ((monitor.getSnapshot().status === 'maintenance') !== on) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
