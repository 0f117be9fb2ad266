import { UNNAMED_API, type MaintenanceState } from '../monitor/maintenanceState.ts';
import { defaultRecoveryPolicy } from '../monitor/recoveryPolicy.ts';
import { KitError } from '../protocol/KitError.ts';
import { contractNotice, type MaintenanceNotice } from '../protocol/notice.ts';
import { boundRetryAfterMs } from '../protocol/retryAfter.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import { parseIsoTime } from '../protocol/serviceStatus.ts';

/** What the server knows. A `ServiceStatus`, which `parseServiceStatus` returns, has these names. */
export interface MaintenanceStateOptions {
  /**
   * What the service can do: everything (`operational`), no mutations (`maintenance`), or nothing (`unavailable`). Default:
   * `maintenance`.
   */
  readonly mode?: ServiceCheck | undefined;
  /** When the maintenance began: a date, or an ISO 8601 text with an offset. Default: now. */
  readonly since?: string | Date | undefined;
  /** When clients may come back: seconds from now, at most 30 days, or a date. Default: the wait of `notice`. */
  readonly retryAfter?: number | Date | undefined;
  /** The API's notice, which `parseMaintenanceNotice` reads from an error. Default: the texts of the contract. */
  readonly notice?: MaintenanceNotice | undefined;
  /**
   * The base URL of the API, as the page names it. Default: unnamed, so that a check, or on trial a mutation of any trusted
   * API, ends the maintenance.
   */
  readonly api?: string | undefined;
  /** The server's clock, in milliseconds since the epoch. Default: `Date.now()`. */
  readonly nowMs?: number | undefined;
}

/**
 * Returns an `initialState` for `MaintenanceProvider` from what a server knows: a plain value that JSON can carry. Without
 * options, the service is in maintenance. Pure for a given `nowMs`; the delay of the first check is drawn in the browser.
 *
 * `operational` counts as of now: a maintenance that the browser remembers from before is over.
 *
 * @throws {KitError} MK407 for an option that it cannot use.
 */
export function maintenanceState(): MaintenanceState;
// Not `options?:`: a status that could not be read is `undefined`, and no maintenance.
export function maintenanceState(options: MaintenanceStateOptions): MaintenanceState;
export function maintenanceState({
  mode = 'maintenance',
  since,
  retryAfter,
  notice = contractNotice,
  api = UNNAMED_API,
  nowMs = Date.now(),
}: MaintenanceStateOptions = {}): MaintenanceState {
  if (mode === 'operational') return { status: 'operational', endedAt: nowMs };
  if (mode !== 'maintenance' && mode !== 'unavailable') {
    throw unusable(`mode ${JSON.stringify(mode)}`, '"operational", "maintenance" or "unavailable"');
  }
  const retryAfterMs = retryAfter === undefined ? notice.retryAfterMs : delayMs(retryAfter, nowMs);
  const { retryAfterMs: _before, ...texts } = notice;
  const floorMs = retryAfterMs ?? defaultRecoveryPolicy.floorMs;
  return {
    status: 'maintenance',
    scope: mode === 'unavailable' ? 'all' : 'mutations',
    notice: { ...texts, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    since: since === undefined ? nowMs : Math.min(timeOf(since), nowMs),
    attempt: 1,
    noticedAt: nowMs,
    ...(retryAfterMs !== undefined && { retryAfterAt: nowMs }),
    rejectedAt: nowMs,
    apis: [api],
    floorMs,
    nextCheckAt: nowMs + floorMs,
  };
}

/** Returns the wait, or `undefined` if its end is in the past. */
function delayMs(retryAfter: number | Date, nowMs: number): number | undefined {
  const waitMs = retryAfter instanceof Date ? retryAfter.getTime() - nowMs : retryAfter * 1000;
  if (retryAfter instanceof Date && waitMs < 0) return undefined;
  const boundMs = boundRetryAfterMs(waitMs);
  if (boundMs === undefined) {
    throw unusable(`retryAfter ${String(retryAfter)}`, 'seconds from 0 to 30 days, or a valid Date');
  }
  return boundMs;
}

function timeOf(since: string | Date): number {
  const time = since instanceof Date ? since.getTime() : Date.parse(parseIsoTime(since) ?? '');
  if (Number.isNaN(time)) {
    throw unusable(
      `since ${String(since)}`,
      'a valid Date, or an ISO 8601 text with an offset such as "2026-12-01T22:00:00Z"',
    );
  }
  return time;
}

function unusable(found: string, expected: string): KitError {
  return new KitError(
    'MK407',
    `maintenanceState was given ${found}, from which the browser could show nothing: pass ${expected}, or leave it out.`,
  );
}
