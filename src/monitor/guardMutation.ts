import { createBoundedReader, isObject, isResponse } from '../protocol/boundedReader.ts';
import { loadReader } from '../protocol/lazyReader.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import type { ReportDetails } from './createEvidenceCollector.ts';
import type { MaintenanceMonitor } from './createMaintenanceMonitor.ts';
import type { RequestOutcome } from './createRequestLog.ts';

export interface GuardOptions {
  /** The base URL of the API that the mutation calls. Needed only if no observer watches its transport. */
  readonly api?: string | undefined;
}

/**
 * Runs a mutation unless the service is known to be in maintenance, and reports the outcome to the monitor.
 *
 * The mutation counts as rejected if the client or the monitor reports it. The client reports it with an error that
 * it throws or returns as `{error}`, or with an unread `Response`. The monitor sees the requests that `run` sends, so
 * a client may drop the body of the response, or ignore the response. Requests that are sent before `run` first
 * awaits belong to this mutation alone. Later ones count for every mutation that runs at the same time; if they
 * disagree, the client's own result decides.
 *
 * @throws {SystemUnderMaintenanceError} `blocked: true` if the mutation was not run, `blocked: false` (with the
 *   client's own error or result as `cause`) if the API rejected it. Rethrows any other error unchanged.
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
  const failure = await returnedFailure(value);
  const isRejected =
    (failure !== undefined && (await monitor.report(failure, details))) ||
    (outcomes.length > 0 && outcomes.every(isTrustedRejection));
  if (isRejected) throw await rejection(value, outcomes);
  // The observed requests have already proved it, and named their API.
  if (!isObserved) monitor.reportProcessed(details);
  return value;
}

/** Returns the error to throw in place of the client's error. */
async function errorOf(
  monitor: MaintenanceMonitor,
  thrown: unknown,
  details: ReportDetails,
  outcomes: readonly RequestOutcome[],
): Promise<unknown> {
  const isMaintenance = await monitor.report(thrown, details);
  if (thrown instanceof SystemUnderMaintenanceError) return thrown;
  const last = outcomes.at(-1);
  // A client may report the response as an error without a status.
  const isRejected =
    last !== undefined &&
    isTrustedRejection(last) &&
    (statusOf(thrown) ?? last.httpStatus) === last.httpStatus;
  return isMaintenance || isRejected ? await rejection(thrown, outcomes) : thrown;
}

async function rejection(
  cause: unknown,
  outcomes: readonly RequestOutcome[],
): Promise<SystemUnderMaintenanceError> {
  const observed = outcomes.findLast(isTrustedRejection)?.notice;
  const notice = observed ?? (await loadReader()).parseMaintenanceNotice(cause);
  return new SystemUnderMaintenanceError({ notice, cause });
}

function isTrustedRejection(
  outcome: RequestOutcome,
): outcome is Extract<RequestOutcome, { readonly status: 'rejected' }> {
  return outcome.status === 'rejected' && outcome.api !== undefined;
}

/**
 * Returns the failure that a client returned instead of throwing: its `Response`, or an object with `error` or
 * `errors`.
 */
async function returnedFailure(value: unknown): Promise<unknown> {
  if (isResponse(value)) return value.status === 503 ? value : undefined;
  const read = createBoundedReader(10);
  const errors = ['error', 'errors']
    .map((name) => ({ [name]: read(value, name) }))
    .filter((holder) => Object.values(holder).some(isObject));
  if (errors.length === 0) return undefined;
  const { parseMaintenanceNotice } = await loadReader();
  return errors.some((holder) => parseMaintenanceNotice(holder)) ? value : undefined;
}

/** Returns the HTTP status of an error, if it has one. */
function statusOf(error: unknown): number | undefined {
  const read = createBoundedReader(10);
  const status =
    read(error, 'status') ?? read(error, 'statusCode') ?? read(read(error, 'response'), 'status');
  return typeof status === 'number' ? status : undefined;
}
