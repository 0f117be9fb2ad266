import { KitError } from '../protocol/KitError.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import {
  MAX_WINDOWS,
  parseMaintenanceWindow,
  type MaintenanceWindow,
  type ServiceStatus,
} from '../protocol/serviceStatus.ts';

export interface ModeChange {
  /**
   * `operational`: every request passes. `maintenance`: mutations are rejected, reads and session refresh pass.
   * `unavailable`: every request is rejected.
   */
  readonly mode: ServiceCheck;
  /** When clients should come back, in whole seconds, at most a day. Default: the gate's own. */
  readonly retryAfter?: number | undefined;
}

const DAY_S = 86_400;

/** @throws {KitError} MK224 for a mode or a `retryAfter` that clients would not understand. */
export function withMode(status: ServiceStatus, change: ModeChange, nowMs: number): ServiceStatus {
  const { mode, retryAfter } = change;
  if (mode !== 'operational' && mode !== 'maintenance' && mode !== 'unavailable') {
    throw new KitError(
      'MK224',
      () =>
        `The switch has no mode ${JSON.stringify(mode)}: use "operational", "maintenance" (mutations are rejected) or ` +
        '"unavailable" (every request is).',
    );
  }
  if (retryAfter !== undefined && !(Number.isInteger(retryAfter) && retryAfter >= 0 && retryAfter <= DAY_S)) {
    throw new KitError(
      'MK224',
      () =>
        `The switch was given ${String(retryAfter)} as retryAfter, which clients would ignore: give whole seconds ` +
        `from 0 to ${DAY_S}.`,
    );
  }
  const since = status.mode === mode ? status.since : undefined;
  return {
    mode,
    since: since ?? new Date(nowMs).toISOString(),
    ...(retryAfter !== undefined && mode !== 'operational' && { retryAfter }),
    windows: status.windows,
  };
}

/**
 * Returns the status with a window, in place of the one with its id. Windows that ended more than a day ago go.
 *
 * @throws {KitError} MK225 for a window that clients would not understand, has ended, or is one too many.
 */
export function withWindow(status: ServiceStatus, window: MaintenanceWindow, nowMs: number): ServiceStatus {
  const parsed = parseMaintenanceWindow(window);
  if (!parsed) {
    throw new KitError(
      'MK225',
      () =>
        `The window ${JSON.stringify(window)} is not one that clients can announce: give an id of 1 to 200 characters, ` +
        'and a startsAt before an endsAt, both with their offset from UTC, as in "2026-12-01T22:00:00Z".',
    );
  }
  if (Date.parse(parsed.endsAt) <= nowMs) {
    throw new KitError(
      'MK225',
      () =>
        `The window ${JSON.stringify(parsed.id)} ended at ${parsed.endsAt}, so there is nothing to announce: check the ` +
        'year and the offset from UTC.',
    );
  }
  const dayAgo = new Date(nowMs - DAY_S * 1000).toISOString();
  const others = status.windows.filter(({ id, endsAt }) => id !== parsed.id && endsAt > dayAgo);
  if (others.length >= MAX_WINDOWS) {
    throw new KitError(
      'MK225',
      () =>
        `The switch has ${MAX_WINDOWS} windows already, and clients read no more: cancel one before you schedule another.`,
    );
  }
  const windows = [...others, parsed].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return { ...status, windows };
}

/** @throws {KitError} MK225 if there is no window with that id. */
export function withoutWindow(status: ServiceStatus, windowId: string): ServiceStatus {
  const windows = status.windows.filter(({ id }) => id !== windowId);
  if (windows.length < status.windows.length) return { ...status, windows };
  const ids = status.windows.map(({ id }) => JSON.stringify(id)).join(', ');
  throw new KitError(
    'MK225',
    () =>
      `The switch has no window ${JSON.stringify(windowId)} to cancel: it has ${ids === '' ? 'none' : `only ${ids}`}.`,
  );
}
