import type { AvailabilityInfo } from '../../react/useAvailability.ts';

/** Returns `data-availability` and `data-recently-recovered`, as states for `useSlot`. */
export function availabilityState({ availability, recentlyRecovered }: AvailabilityInfo): {
  readonly availability: string;
  readonly 'recently-recovered': boolean;
} {
  return { availability, 'recently-recovered': recentlyRecovered };
}

/** Returns whether there is something to tell the user about the service. */
export function hasNotice({ availability, recentlyRecovered }: AvailabilityInfo): boolean {
  return availability !== 'operational' || recentlyRecovered;
}
