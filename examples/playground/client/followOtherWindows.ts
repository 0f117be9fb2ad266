import type { MaintenanceMonitor, MaintenanceState } from 'maintenance-kit';
import { contractNotice, SystemUnderMaintenanceError } from 'maintenance-kit/protocol';

type Status = MaintenanceState['status'];

/**
 * Tells the other windows of this browser what this one has learned of the service: that a maintenance began, so that
 * nobody has to run into it there as well, or that it is over, which they ask about themselves.
 *
 * Returns what the provider is to call after each change of the status.
 */
export function followOtherWindows(monitor: MaintenanceMonitor): (state: MaintenanceState) => void {
  const channel = new BroadcastChannel('maintenance');
  channel.addEventListener('message', ({ data }: MessageEvent<Status>) => {
    if (data === 'operational') void monitor.checkNow();
    if (data === 'maintenance') {
      void monitor.report(new SystemUnderMaintenanceError({ notice: contractNotice }));
    }
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  return ({ status }) => channel.postMessage(status satisfies Status);
}
