'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useKit } from './KitContext.ts';

/**
 * The time to the second, for countdowns: re-renders its component once a second while `isRunning`.
 */
export function useNow(isRunning: boolean): number {
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
          1000 - (platform.now() % 1000),
        );
      };
      tick();
      return () => cancel();
    },
    [isRunning, platform],
  );
  const toSecond = (): number => Math.floor(platform.now() / 1000) * 1000;
  return useSyncExternalStore(subscribe, toSecond, toSecond);
}
