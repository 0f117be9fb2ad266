import { isMaintenanceError } from '../../protocol/parseMaintenanceNotice.ts';
import { parseRetryAfter } from '../../protocol/retryAfter.ts';

/** Options of TanStack Query, for queries and for mutations. */
export interface MaintenanceRetry {
  readonly retry: (failureCount: number, error: unknown) => boolean;
  readonly retryDelay: (failureCount: number, error: unknown) => number;
}

/** The longest delay of TanStack Query's own `retryDelay`. */
const LONGEST_DELAY_MS = 30_000;

/**
 * Returns `retry` and `retryDelay` for TanStack Query that respect a maintenance. An error of a maintenance is never
 * retried. Any other error is retried `retries` times, after TanStack Query's default delay or the `Retry-After` of the
 * response, whichever is longer. An error whose `Retry-After` exceeds 30 seconds isn't retried.
 *
 * The `Retry-After` is read from `error.response.headers` or `error.headers`, where ky, ofetch and axios have it.
 */
export function maintenanceRetry({ retries = 3 }: { readonly retries?: number } = {}): MaintenanceRetry {
  return {
    retry: (failureCount, error) =>
      failureCount < retries && !isMaintenanceError(error) && (retryAfterOf(error) ?? 0) <= LONGEST_DELAY_MS,
    retryDelay,
  };
}

/** Returns TanStack Query's default delay, or the `Retry-After` of the error if it is longer. */
export function retryDelay(failureCount: number, error: unknown): number {
  return Math.max(Math.min(1000 * 2 ** failureCount, LONGEST_DELAY_MS), retryAfterOf(error) ?? 0);
}

/** Returns the `Retry-After` of the response that an error has, in milliseconds. */
function retryAfterOf(error: unknown): number | undefined {
  const headers = read(read(error, 'response'), 'headers') ?? read(error, 'headers');
  const value = headers instanceof Headers ? headers.get('retry-after') : read(headers, 'retry-after');
  return typeof value === 'string' ? parseRetryAfter(value, Date.now()) : undefined;
}

function read(value: unknown, name: string): unknown {
  try {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  } catch {
    return undefined;
  }
}
