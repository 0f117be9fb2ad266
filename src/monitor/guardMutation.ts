import { parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import type { MaintenanceMonitor } from './createMaintenanceMonitor.ts';

export interface GuardOptions {
  /** The base URL of the API that the mutation is for. Needed only where nothing watches its transport. */
  readonly api?: string | undefined;
}

/**
 * Runs a mutation unless the service is known to be in maintenance. Tells the monitor how it went.
 *
 * @throws {SystemUnderMaintenanceError} `blocked: true` when it was not run, `blocked: false` (with the client's
 *   own error as `cause`) when the API rejected it. Any other error is passed on as it is.
 */
export async function guardMutation<Result>(
  monitor: MaintenanceMonitor,
  run: () => Promise<Result>,
  { api }: GuardOptions = {},
): Promise<Result> {
  const state = monitor.getSnapshot();
  if (state.status === 'maintenance') {
    throw new SystemUnderMaintenanceError({ notice: state.notice, blocked: true });
  }
  const details = {
    kind: 'mutation',
    startedAt: monitor.platform.monotonicNow(),
    ...(api && { api }),
  } as const;
  try {
    const result = await run();
    monitor.reportProcessed(details);
    return result;
  } catch (error) {
    if (!(await monitor.report(error, details))) throw error;
    throw error instanceof SystemUnderMaintenanceError
      ? error
      : new SystemUnderMaintenanceError({ notice: parseMaintenanceNotice(error), cause: error });
  }
}
