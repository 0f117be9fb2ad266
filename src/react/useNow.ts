'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useKit } from './KitContext.ts';

/**
 * Returns the time to the second, in milliseconds, and re-renders its component once a second while `isRunning`. A
 * countdown to a time of the monitor's state uses the clock of that state, `monotonicNow`.
 */
export function useNow(isRunning: boolean, clock: 'now' | 'monotonicNow' = 'now'): number {
  const { platform } = useKit().monitor;
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!isRunning) return () => {};
      let cancel = (): void => {};
      const tick = (): void => {
        cancel = platform.setTimer(
          () => {
            listener();
            tick();
          },
          1000 - (platform[clock]() % 1000),
        );
      };
      tick();
      return () => cancel();
    },
    [isRunning, platform, clock],
  );
  const toSecond = (): number => Math.floor(platform[clock]() / 1000) * 1000;
  return useSyncExternalStore(subscribe, toSecond, toSecond);
}
