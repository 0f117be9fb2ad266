import type { MaintenanceMonitor, MaintenanceState } from 'maintenance-kit';
import { contractNotice, SystemUnderMaintenanceError } from 'maintenance-kit/protocol';

/** What a window has learned; `new` is one that has learned nothing yet. */
type Message = MaintenanceState['status'] | 'new';

/**
 * Tells the other windows of this browser what this one has learned of the service: that a maintenance began, so that
 * nobody has to run into it there as well, or that it is over, which they ask about themselves. A window that is new
 * is told too.
 *
 * Returns what the provider is to call after each change of the status.
 */
export function followOtherWindows(monitor: MaintenanceMonitor): (state: MaintenanceState) => void {
  const channel = new BroadcastChannel('maintenance');
  const tell = (message: Message): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    channel.postMessage(message);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data === 'new' && monitor.getSnapshot().status === 'maintenance') tell('maintenance');
    if (data === 'operational') void monitor.checkNow();
    if (data === 'maintenance') {
      void monitor.report(new SystemUnderMaintenanceError({ notice: contractNotice }));
    }
  });
  tell('new');
  return ({ status }) => tell(status);
}
