'use client';

import { useEffect, type RefObject } from 'react';
import { useKit } from '../../react/KitContext.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';

/** How long the notice that the maintenance is over stays. */
const OVER_FOR_MS = 10_000;

/** Dismisses a shown notice that the maintenance is over after ten seconds, unless the focus is in it. */
export function useTimedDismiss(
  { recentlyRecovered, dismiss }: AvailabilityInfo,
  isShown: boolean,
  ref: RefObject<HTMLElement | null>,
): void {
  const { setTimer } = useKit().monitor.platform;
  useEffect(() => {
    if (!recentlyRecovered || !isShown) return undefined;
    return setTimer(() => {
      // The user may be about to press its button.
      if (!ref.current?.contains(document.activeElement)) dismiss();
    }, OVER_FOR_MS);
  }, [recentlyRecovered, isShown, dismiss, ref, setTimer]);
}
