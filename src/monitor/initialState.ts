import { KitError } from '../protocol/KitError.ts';
import { readMember } from '../protocol/boundedReader.ts';
import type { MaintenanceState } from './maintenanceState.ts';

/** The times that a maintenance has, and those that a state may have. */
const requiredTimes = ['since', 'noticedAt', 'rejectedAt'] as const;
const optionalTimes = ['endedAt', 'retryAfterAt'] as const;
const times = [...requiredTimes, ...optionalTimes, 'nextCheckAt'] as const;

/**
 * Asserts that a value from outside is a `MaintenanceState`.
 *
 * @throws {KitError} MK404 if it is not.
 */
export function assertState(value: unknown): asserts value is MaintenanceState {
  if (isState(value)) return;
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
  const result: Partial<Record<(typeof times)[number], number>> = { ...state };
  for (const name of times) {
    const time = result[name];
    if (time !== undefined) result[name] = time + byMs;
  }
  return { ...state, ...result };
}

function isState(value: unknown): boolean {
  const read = (name: string): unknown => readMember(value, name);
  const areTimes = (names: readonly string[]): boolean => names.every((name) => isTime(read(name)));
  const status = read('status');
  if (!optionalTimes.every((name) => read(name) === undefined || isTime(read(name)))) return false;
  if (status === 'operational') return true;
  return (
    areTimes(requiredTimes) &&
    isTime(read('attempt')) &&
    (status === 'recovering' || (status === 'maintenance' && areTimes(['nextCheckAt', 'floorMs']))) &&
    Array.isArray(read('apis')) &&
    ['shortMessage', 'longMessage'].every((name) => typeof readMember(read('notice'), name) === 'string')
  );
}

export function isTime(value: unknown): value is number {
  return Number.isFinite(value);
}
