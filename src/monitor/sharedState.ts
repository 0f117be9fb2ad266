import type { Platform } from '../platform/platform.ts';
import { MAINTENANCE_CODE, type MaintenanceNotice } from '../protocol/notice.ts';
import { assertState, isTime, moved, placeState } from './initialState.ts';
import type { MaintenanceState } from './maintenanceState.ts';
import { MAX_SHARED_LENGTH, SHARED_VERSION } from './sharedText.ts';

/** A state as the tabs of a browser share it. */
export interface SharedState {
  readonly state: MaintenanceState;
  /** When the request was sent whose answer led to the state. Absent if no request did. */
  readonly startedAt?: number | undefined;
}

type Clock = Pick<Platform, 'now' | 'monotonicNow'>;

/** The longest text of a notice, in characters. */
const MAX_MESSAGE_LENGTH = 1_000;

/** How long a state is believed after its next check was due: every tab may have been closed or hidden since. */
const KEPT_FOR_MS = 10 * 60_000;

/** A state may be this far in the future, because two tabs read the clock at different moments. */
const CLOCK_TOLERANCE_MS = 1_000;

/** Formats a state for `localStorage`. Its times are converted to the wall clock, which all tabs have in common. */
export function formatSharedState({ state, startedAt }: SharedState, clock: Clock): string {
  const now = clock.now();
  const wallAheadMs = now - clock.monotonicNow();
  const dueAt = state.status === 'maintenance' ? state.nextCheckAt + wallAheadMs : now;
  return JSON.stringify({
    version: SHARED_VERSION,
    savedAt: now,
    until: Math.max(dueAt, now) + KEPT_FOR_MS,
    startedAt: startedAt === undefined ? undefined : startedAt + wallAheadMs,
    state: moved(state, wallAheadMs),
  });
}

/**
 * Parses the output of `formatSharedState`. Returns `undefined` for an expired state, for one from the future, which
 * was saved before the clock was set back, and for any other text. Never throws.
 */
export function parseSharedState(text: string | null, clock: Clock): SharedState | undefined {
  if (text === null || text.length > MAX_SHARED_LENGTH) return undefined;
  try {
    const { version, savedAt, until, startedAt, state } = JSON.parse(text) as Record<string, unknown>;
    assertState(state);
    const now = clock.now();
    const isCurrent =
      version === SHARED_VERSION &&
      isTime(savedAt) &&
      isTime(until) &&
      savedAt <= now + CLOCK_TOLERANCE_MS &&
      until > now &&
      until - savedAt <= LONGEST_MS;
    if (!isCurrent) return undefined;
    const monotonicNow = clock.monotonicNow();
    const aheadMs = monotonicNow - now;
    return {
      state: placeState(moved(bounded(state), aheadMs), monotonicNow),
      ...(isTime(startedAt) && { startedAt: Math.min(startedAt + aheadMs, monotonicNow) }),
    };
  } catch {
    return undefined;
  }
}

/**
 * Returns the newer of two states: the tab's own, and the one that another tab shared. The rules about order are those
 * of `transition`: an end counts only if its request was sent after the newest rejection was known, and a rejection
 * only if its request was sent after the last end was known.
 */
export function newerState(
  own: MaintenanceState,
  { state: shared, startedAt = Infinity }: SharedState,
): MaintenanceState {
  if (shared.status === 'operational') {
    if (own.status === 'operational') {
      return (shared.endedAt ?? -Infinity) > (own.endedAt ?? -Infinity) ? shared : own;
    }
    return shared.endedAt !== undefined && startedAt >= own.rejectedAt ? shared : own;
  }
  if (own.status === 'operational') return startedAt >= (own.endedAt ?? -Infinity) ? shared : own;
  const newerBy = shared.rejectedAt - own.rejectedAt || shared.attempt - own.attempt;
  const isChanged = shared.status !== own.status || shared.scope !== own.scope;
  return newerBy > 0 || (newerBy === 0 && isChanged) ? shared : own;
}

/** The longest `Retry-After` and its jitter, each at most a day, and the time after that. */
const LONGEST_MS = 2 * 24 * 60 * 60_000 + KEPT_FOR_MS;

/** Limits what another script of the origin may have written. */
function bounded(state: MaintenanceState): MaintenanceState {
  if (state.status === 'operational') return state;
  const { shortMessage, longMessage, retryAfterMs } = state.notice;
  const notice: MaintenanceNotice = {
    code: MAINTENANCE_CODE,
    shortMessage: shortMessage.slice(0, MAX_MESSAGE_LENGTH),
    longMessage: longMessage.slice(0, MAX_MESSAGE_LENGTH),
    ...(isTime(retryAfterMs) && { retryAfterMs }),
  };
  return { ...state, notice, apis: state.apis.filter((api) => typeof api === 'string') };
}
