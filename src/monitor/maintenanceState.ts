import type { MaintenanceNotice } from '../protocol/notice.ts';

/** What is rejected: mutations only, or every request (a development instance). */
export type MaintenanceScope = 'mutations' | 'all';

interface UnderMaintenance {
  readonly scope: MaintenanceScope;
  /** The newest notice of the API, with the newest `Retry-After` that it gave in this maintenance. */
  readonly notice: MaintenanceNotice;
  /** When this maintenance was first detected. */
  readonly since: number;
  /** The number of times that the service was found in maintenance, from 1. */
  readonly attempt: number;
  /** When the newest notice was received. */
  readonly noticedAt: number;
  /** When `notice.retryAfterMs` was received. Absent until the API sends one. */
  readonly retryAfterAt?: number;
  /** When the newest rejection was received, or the newest check that found a maintenance. */
  readonly rejectedAt: number;
  /** The APIs that rejected, newest last. Only a success of one of them ends the maintenance. */
  readonly apis: readonly string[];
}

export interface Ended {
  /** When the evidence that ended the last maintenance was received. Absent before the first maintenance. */
  readonly endedAt?: number;
}

/**
 * What the service can do now. A plain value that you can store, send and compare. Its times are milliseconds since the
 * epoch, counted by `platform.monotonicNow()`.
 */
export type MaintenanceState =
  | (Ended & { readonly status: 'operational' })
  | (Ended &
      UnderMaintenance & {
        readonly status: 'maintenance';
        /** When the next check is due. */
        readonly nextCheckAt: number;
        /** The shortest possible wait for the next check, in milliseconds. */
        readonly floorMs: number;
      })
  | (Ended &
      UnderMaintenance & {
        /** There is no check, so mutations are let through on trial. */
        readonly status: 'recovering';
      });

/** Stands for the API of an error that was reported without one. */
export const UNNAMED_API = '';

export const operational: MaintenanceState = { status: 'operational' };
