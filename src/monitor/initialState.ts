import { KitError } from '../protocol/KitError.ts';
import type { MaintenanceState } from './maintenanceState.ts';

/**
 * Asserts that a value from outside is a `MaintenanceState`.
 *
 * @throws {KitError} MK404 if it is not.
 */
export function assertState(value: unknown): asserts value is MaintenanceState {
  const isUsable =
    isRecord(value) &&
    (value['status'] === 'operational'
      ? isTimeIfAny(value['endedAt'])
      : isImpaired(value) &&
        (value['status'] === 'recovering' ||
          (value['status'] === 'maintenance' && isTime(value['nextCheckAt']) && isTime(value['floorMs']))));
  if (isUsable) return;
  throw new KitError(
    'MK404',
    'initialState is not a maintenance state, so nothing can be shown from it: pass what maintenanceState() of maintenance-kit/server or getSnapshot() of a monitor returned, or leave it out.',
  );
}

/**
 * Moves a state from another clock, a server's or another page's, onto this one. A state describes the past, so a state
 * from the future belongs to a clock that is ahead: its newest time becomes `now`, and the remaining wait stays as
 * long. A state from the past stays unchanged: its check is due sooner.
 */
export function placeState(state: MaintenanceState, now: number): MaintenanceState {
  const { endedAt = -Infinity } = state;
  if (state.status === 'operational') return endedAt > now ? { ...state, endedAt: now } : state;
  const aheadMs = Math.max(state.since, state.noticedAt, state.rejectedAt, endedAt) - now;
  if (aheadMs <= 0) return state;
  return moved(state, -aheadMs);
}

/** Moves all times of a state. */
export function moved(state: MaintenanceState, byMs: number): MaintenanceState {
  const times = ['endedAt', 'since', 'noticedAt', 'retryAfterAt', 'rejectedAt', 'nextCheckAt'] as const;
  const known: Readonly<Partial<Record<(typeof times)[number], number>>> = state;
  return {
    ...state,
    ...Object.fromEntries(
      times.flatMap((name) => {
        const time = known[name];
        return time === undefined ? [] : [[name, time + byMs]];
      }),
    ),
  };
}

function isImpaired(value: Readonly<Record<string, unknown>>): boolean {
  return (
    ['since', 'attempt', 'noticedAt', 'rejectedAt'].every((name) => isTime(value[name])) &&
    ['endedAt', 'retryAfterAt'].every((name) => isTimeIfAny(value[name])) &&
    Array.isArray(value['apis']) &&
    isNotice(value['notice'])
  );
}

function isNotice(value: unknown): boolean {
  return isRecord(value) && ['shortMessage', 'longMessage'].every((name) => typeof value[name] === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isTimeIfAny(value: unknown): boolean {
  return value === undefined || isTime(value);
}
