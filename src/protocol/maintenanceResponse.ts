import { KitError } from './KitError.ts';
import { contractNotice, MAINTENANCE_CODE } from './notice.ts';

export interface MaintenanceResponseOptions {
  /**
   * `flat` (the default) is the documented body `{shortMessage, longMessage, code}`; `envelope` is the body of the
   * Frontend API, `{errors: [{code, message, long_message}], clerk_trace_id}`.
   */
  readonly format?: 'flat' | 'envelope' | undefined;
  /** Default: the contract's text. */
  readonly shortMessage?: string | undefined;
  /** Default: the contract's text. */
  readonly longMessage?: string | undefined;
  /** Seconds (a fraction is rounded up) or a date. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date | undefined;
  /** For the envelope only. Default: empty. */
  readonly traceId?: string | undefined;
}

/**
 * Returns the response of an API in maintenance mode: a 503 with the contract's body, which no cache stores and whose
 * `Retry-After` pages of other origins may read. The server decides which origins may read the response.
 *
 * @throws {KitError} MK111 for an unknown `format`, MK112 for an invalid `retryAfter`.
 */
export function maintenanceResponse(options: MaintenanceResponseOptions = {}): Response {
  const headers = new Headers({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'access-control-expose-headers': 'Retry-After',
  });
  if (options.retryAfter !== undefined) headers.set('retry-after', formatRetryAfter(options.retryAfter));
  return new Response(JSON.stringify(content(options)), {
    status: 503,
    statusText: 'Service Unavailable',
    headers,
  });
}

function content({
  format = 'flat',
  shortMessage = contractNotice.shortMessage,
  longMessage = contractNotice.longMessage,
  traceId = '',
}: MaintenanceResponseOptions): object {
  const code = MAINTENANCE_CODE;
  switch (format) {
    case 'flat':
      return { shortMessage, longMessage, code };
    case 'envelope':
      return {
        errors: [{ code, message: shortMessage, long_message: longMessage }],
        clerk_trace_id: traceId,
      };
    default:
      throw new KitError(
        'MK111',
        `maintenanceResponse knows no format ${JSON.stringify(format)}, and no client would know it. ` +
          'Use "flat" or "envelope".',
      );
  }
}

function formatRetryAfter(retryAfter: number | Date): string {
  if (typeof retryAfter === 'number' && retryAfter >= 0 && retryAfter <= Number.MAX_SAFE_INTEGER) {
    return String(Math.ceil(retryAfter));
  }
  if (retryAfter instanceof Date && !Number.isNaN(retryAfter.getTime())) return retryAfter.toUTCString();
  throw new KitError(
    'MK112',
    `maintenanceResponse cannot say "retry after ${String(retryAfter)}", ` +
      'for the header holds seconds or a date. Give a number of seconds from 0 up, or a valid Date.',
  );
}
