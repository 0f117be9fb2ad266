import type { MaintenanceMonitor } from '../../monitor/createMaintenanceMonitor.ts';
import { guardMutation, type GuardOptions } from '../../monitor/guardMutation.ts';
import { blocksMutations } from '../../monitor/selectors.ts';
import { isMaintenanceError } from '../../protocol/parseMaintenanceNotice.ts';
import { retryDelay } from './maintenanceRetry.ts';
import { pausesInMaintenance, type PausableMutation } from './PausableMutation.ts';

type Retry = boolean | number | ((failureCount: number, error: never) => boolean);
type RetryDelay = number | ((failureCount: number, error: never) => number);

/** The options of `useMutation` that the kit uses. */
export interface GuardableMutationOptions {
  readonly mutationFn?: ((...args: never) => Promise<unknown>) | undefined;
  readonly retry?: Retry | undefined;
  readonly retryDelay?: RetryDelay | undefined;
  readonly meta?: PausableMutation['meta'];
}

/** How often a mutation is sent again whose rejection the monitor doesn't know as a maintenance, or no longer. */
const UNKNOWN_RETRIES = 3;

/**
 * Returns the options of a mutation with its `mutationFn` guarded by `guardMutation`: during a maintenance it isn't
 * called, and the mutation fails with `SystemUnderMaintenanceError`, which is not retried.
 *
 * With `meta: { maintenance: 'pause' }` and `pauseMutations` on the client, the mutation pauses instead and goes on
 * after the maintenance. A mutation that the API rejects as the maintenance begins is sent again then.
 *
 * Other errors are retried as your `retry` says. Default: 0.
 */
export function guardedMutationOptions<Options extends GuardableMutationOptions>(
  monitor: MaintenanceMonitor,
  options: Options,
  guard?: GuardOptions,
): Options {
  const { mutationFn } = options;
  const pauses = pausesInMaintenance(options);

  function retry(failureCount: number, error: unknown): boolean {
    if (!isMaintenanceError(error)) return retriesOwn(options.retry, failureCount, error);
    return pauses && (failureCount < UNKNOWN_RETRIES || isRejectedNow(monitor, error));
  }

  function delay(failureCount: number, error: unknown): number {
    if (isRejectedNow(monitor, error)) return 0;
    const own = options.retryDelay ?? retryDelay;
    return typeof own === 'function' ? own(failureCount, error as never) : own;
  }

  return {
    ...options,
    ...(mutationFn && {
      mutationFn: (...args: never) => guardMutation(monitor, () => mutationFn(...args), guard),
    }),
    retry,
    retryDelay: delay,
  };
}

function retriesOwn(retry: Retry | undefined, failureCount: number, error: unknown): boolean {
  if (typeof retry === 'function') return retry(failureCount, error as never);
  return retry === true || (typeof retry === 'number' && failureCount < retry);
}

/** Returns whether the API rejected the request in the known maintenance, which the next attempt waits for. */
function isRejectedNow(monitor: MaintenanceMonitor, error: unknown): boolean {
  const isBlocked =
    typeof error === 'object' && error !== null && 'blocked' in error && error.blocked === true;
  return isMaintenanceError(error) && !isBlocked && blocksMutations(monitor.getSnapshot());
}
