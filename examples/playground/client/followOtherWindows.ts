import type { MaintenanceMonitor, MaintenanceState } from 'maintenance-kit';
import { contractNotice, SystemUnderMaintenanceError } from 'maintenance-kit/protocol';

/** A change of status, or `new` from a window that just opened. */
type Message = MaintenanceState['status'] | 'new';

/**
 * Shares the state of the service with the other windows of this browser. When maintenance begins, they show it
 * even if none of their requests was rejected. When it ends, they check the service themselves. A new window receives the
 * state too.
 *
 * Returns a callback for the provider's `onStatusChange`.
 */
export function followOtherWindows(monitor: MaintenanceMonitor): (state: MaintenanceState) => void {
  const channel = new BroadcastChannel('maintenance');
  const send = (message: Message): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    channel.postMessage(message);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data === 'new' && monitor.getSnapshot().status === 'maintenance') send('maintenance');
    if (data === 'operational') void monitor.checkNow();
    if (data === 'maintenance') {
      void monitor.report(new SystemUnderMaintenanceError({ notice: contractNotice }));
    }
  });
  send('new');
  return ({ status }) => send(status);
}
