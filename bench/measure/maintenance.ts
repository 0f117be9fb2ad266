import type { MaintenanceState } from 'maintenance-kit';
import { contractNotice } from 'maintenance-kit/protocol';

/** A maintenance of these APIs, whose next check is not due while anything is measured. */
export function maintenanceOf(apis: readonly string[]): MaintenanceState {
  return {
    status: 'maintenance',
    scope: 'mutations',
    notice: contractNotice,
    since: 0,
    attempt: 1,
    noticedAt: 0,
    rejectedAt: 0,
    apis,
    nextCheckAt: Number.MAX_SAFE_INTEGER,
    floorMs: 1,
  };
}
