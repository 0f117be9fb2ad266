import { contractNotice, MAINTENANCE_CODE, type MaintenanceNotice } from './notice.ts';

export interface SystemUnderMaintenanceErrorOptions {
  /** The API's notice. Default: the texts of the contract. */
  readonly notice?: MaintenanceNotice | undefined;
  /** True if the kit didn't send the request; false (the default) if the API rejected it. */
  readonly blocked?: boolean;
  /** The value that it was made from: the client's own error, its result or the `Response`. */
  readonly cause?: unknown;
}

/**
 * A mutation that was not processed because the service is in maintenance mode.
 *
 * With `blocked: true` no request left the page; with `blocked: false` the API answered 503 with the code
 * `maintenance_mode`. Adapters throw it, and guarded mutations reject with it. Recognize it by `name` or by
 * `isMaintenanceError`, which also work across two copies of the package.
 */
export class SystemUnderMaintenanceError extends Error {
  override readonly name = 'SystemUnderMaintenance';
  readonly code: typeof MAINTENANCE_CODE = MAINTENANCE_CODE;
  /**
   * Lets the browser recognize the error when a server action throws it: Next.js removes everything else in production.
   */
  readonly digest: typeof MAINTENANCE_CODE = MAINTENANCE_CODE;
  readonly status = 503;
  readonly shortMessage: string;
  readonly longMessage: string;
  readonly retryAfterMs?: number;
  readonly blocked: boolean;

  constructor({ notice = contractNotice, blocked = false, cause }: SystemUnderMaintenanceErrorOptions = {}) {
    super(notice.longMessage, cause === undefined ? undefined : { cause });
    this.shortMessage = notice.shortMessage;
    this.longMessage = notice.longMessage;
    if (notice.retryAfterMs !== undefined) this.retryAfterMs = notice.retryAfterMs;
    this.blocked = blocked;
  }
}
