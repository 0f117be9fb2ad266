import { createBoundedReader, isResponse } from '../protocol/boundedReader.ts';
import { isMaintenanceError, parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import type { ReportDetails } from './createEvidenceCollector.ts';
import type { MaintenanceMonitor } from './createMaintenanceMonitor.ts';
import type { RequestOutcome } from './createRequestLog.ts';

export interface GuardOptions {
  /** The base URL of the API that the mutation is for. Needed only where nothing watches its transport. */
  readonly api?: string | undefined;
}

/**
 * Runs a mutation unless the service is known to be in maintenance, and tells the monitor how it went.
 *
 * The mutation is rejected if the client says so, or if the monitor saw it. The client says so by an error that it
 * throws or returns as `{error}`, or by an unread `Response`. The monitor sees the requests that `run` sends, so a
 * client may drop the body of the response, or not look at it at all. Requests that are sent before `run` first
 * awaits belong to this mutation alone. Later ones are taken into account for every mutation that runs at the same
 * time; where they disagree, the client's own result decides.
 *
 * @throws {SystemUnderMaintenanceError} `blocked: true` if it was not run, `blocked: false` (with the client's own
 *   error or result as `cause`) if the API rejected it. Any other error is passed on as it is.
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
  const { settled, outcomes, isObserved } = await monitor.track(run);
  if (settled.status === 'rejected') throw await errorOf(monitor, settled.reason, details, outcomes);

  const { value } = settled;
  const refusal = returnedRefusal(value);
  const isRejected =
    (refusal !== undefined && (await monitor.report(refusal, details))) ||
    (outcomes.length > 0 && outcomes.every(isTrustedRejection));
  if (isRejected) throw rejection(value, outcomes);
  // What was observed has proved it already, and has named its API.
  if (!isObserved) monitor.reportProcessed(details);
  return value;
}

/** The error to throw in place of one that the client threw. */
async function errorOf(
  monitor: MaintenanceMonitor,
  thrown: unknown,
  details: ReportDetails,
  outcomes: readonly RequestOutcome[],
): Promise<unknown> {
  const isMaintenance = await monitor.report(thrown, details);
  if (thrown instanceof SystemUnderMaintenanceError) return thrown;
  const last = outcomes.at(-1);
  // An error without a status may be all that a client says of a 503.
  const isRejected = last !== undefined && isTrustedRejection(last) && (statusOf(thrown) ?? 503) === 503;
  return isMaintenance || isRejected ? rejection(thrown, outcomes) : thrown;
}

function rejection(cause: unknown, outcomes: readonly RequestOutcome[]): SystemUnderMaintenanceError {
  const observed = outcomes.findLast(isTrustedRejection)?.notice;
  return new SystemUnderMaintenanceError({ notice: observed ?? parseMaintenanceNotice(cause), cause });
}

function isTrustedRejection(
  outcome: RequestOutcome,
): outcome is Extract<RequestOutcome, { readonly status: 'rejected' }> {
  return outcome.status === 'rejected' && outcome.api !== undefined;
}

/** What a client that never throws returned for a failure: its `Response`, or an object with `error` or `errors`. */
function returnedRefusal(value: unknown): unknown {
  const read = createBoundedReader(10);
  if (isResponse(value)) return value.status === 503 ? value : undefined;
  return ['error', 'errors'].some((name) => isMaintenanceError({ [name]: read(value, name) }))
    ? value
    : undefined;
}

/** The HTTP status that an error knows. */
function statusOf(error: unknown): number | undefined {
  const read = createBoundedReader(10);
  const status =
    read(error, 'status') ?? read(error, 'statusCode') ?? read(read(error, 'response'), 'status');
  return typeof status === 'number' ? status : undefined;
}
