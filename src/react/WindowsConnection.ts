'use client';

import { useEffect, useState } from 'react';
import { KitError } from '../protocol/KitError.ts';
import { parseMaintenanceWindow, type MaintenanceWindow } from '../protocol/serviceStatus.ts';
import type { WindowSource } from '../protocol/windowSource.ts';
import { createWindows } from '../stores/createWindows.ts';
import { useKit } from './KitContext.ts';

export interface WindowsConnectionProps {
  readonly windows: readonly MaintenanceWindow[] | WindowSource;
}

/** Follows the planned windows, and gives their store to the banner. Renders nothing. */
export function WindowsConnection({ windows }: WindowsConnectionProps): null {
  const { store, windows: current } = useKit();
  const windowStore = store(createWindows);
  if (!isSource(windows)) windows.forEach(assertWindow);

  // An inline list or source is a new one in each render.
  const [followed, setFollowed] = useState(windows);
  if (identityOf(windows) !== identityOf(followed)) setFollowed(windows);

  useEffect(() => {
    current.set(windowStore);
    const stop = windowStore.follow(followed);
    return () => {
      stop();
      current.set(undefined);
    };
  }, [current, windowStore, followed]);

  return null;
}

function identityOf(windows: WindowsConnectionProps['windows']): unknown {
  return isSource(windows) ? (windows.name ?? windows) : JSON.stringify(windows);
}

function isSource(windows: WindowsConnectionProps['windows']): windows is WindowSource {
  return 'load' in windows;
}

/** Asserts that a window of a list, which the developer wrote, is valid. A source may load invalid ones. */
function assertWindow(window: unknown, index: number): void {
  if (parseMaintenanceWindow(window)) return;
  throw new KitError(
    'MK515',
    `The window at windows[${String(index)}] of <MaintenanceProvider> is invalid, so it can't be announced: give it an id of 1 to 200 characters, and a startsAt before its endsAt, both as ISO 8601 texts with a time zone, such as "2026-12-01T22:00:00Z".`,
  );
}
