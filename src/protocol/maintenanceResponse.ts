import { KitError } from './KitError.ts';
import { contractNotice, MAINTENANCE_CODE } from './notice.ts';

export interface MaintenanceResponseOptions {
  /**
   * `flat` (the default) is the documented body `{shortMessage, longMessage, code}`; `envelope` is what the
   * Frontend API sends, `{errors: [{code, message, long_message}], clerk_trace_id}`.
   */
  readonly format?: 'flat' | 'envelope' | undefined;
  /** Default: the contract's text. */
  readonly shortMessage?: string | undefined;
  /** Default: the contract's text. */
  readonly longMessage?: string | undefined;
  /** Seconds (a fraction is rounded up) or the moment itself. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date | undefined;
  /** For the envelope only. Default: empty. */
  readonly traceId?: string | undefined;
}

/**
 * The answer of an API in maintenance mode: a 503 with the contract's body, never stored by a cache, whose
 * `Retry-After` pages of another origin may read too. Which origins may read it at all is the server's to
 * say.
 *
 * @throws {KitError} MK111 for a `format` that does not exist, MK112 for a `retryAfter` that is no moment.
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
