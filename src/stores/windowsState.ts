import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import type { MaintenanceWindow } from '../protocol/serviceStatus.ts';

/** A window that the page announces. Its times are milliseconds since the epoch. */
export interface AnnouncedWindow {
  readonly id: string;
  readonly phase: 'upcoming' | 'live';
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What the page shows of the planned windows. */
export interface WindowsState {
  /** The window that is announced while the service is operational. */
  readonly announced?: AnnouncedWindow | undefined;
  /** The planned end of the maintenance that is on. `isLate`: that time has passed. */
  readonly plannedEnd?: { readonly endsAt: number; readonly isLate: boolean } | undefined;
  /** The time of the state, to the minute. 0 if there is nothing to show. */
  readonly now: number;
}

export interface WindowFacts {
  readonly windows: readonly MaintenanceWindow[];
  /** The ids of the windows that the user dismissed. */
  readonly dismissed: readonly string[];
  readonly announceBeforeMs: number;
  /** The state of the service, with its times on the clock of `now`. */
  readonly state: MaintenanceState;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export const noWindows: WindowsState = { now: 0 };

const MINUTE_MS = 60_000;

/** A maintenance that is noticed this long after a window still belongs to it: the page was opened later. */
const LATE_FOR_MS = 60 * MINUTE_MS;

/**
 * Returns what the page shows of the windows. A window only announces: it never changes the state of the service. The
 * earliest window that is near or live is announced, unless the user dismissed it. A live window is over when a
 * maintenance ended in it.
 */
export function windowsAt({ windows, dismissed, announceBeforeMs, state, now }: WindowFacts): WindowsState {
  const times = windows
    .map(({ id, startsAt, endsAt }) => ({ id, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }))
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const near = times.find(
    ({ id, startsAt, endsAt }) =>
      startsAt - announceBeforeMs <= now &&
      now < endsAt &&
      !dismissed.includes(id) &&
      (state.endedAt ?? -Infinity) < startsAt,
  );
  const announced = near && {
    ...near,
    phase: now < near.startsAt ? ('upcoming' as const) : ('live' as const),
  };
  const planned =
    state.status === 'maintenance'
      ? times.findLast(({ startsAt, endsAt }) => startsAt <= now && state.since < endsAt + LATE_FOR_MS)
      : undefined;
  if (!announced && !planned) return noWindows;
  return {
    announced,
    plannedEnd: planned && { endsAt: planned.endsAt, isLate: planned.endsAt <= now },
    now: now - (now % MINUTE_MS),
  };
}
