'use client';

import { useSyncExternalStore } from 'react';
import { noNotices, type Notices } from '../stores/createNotices.ts';
import { useKit } from './KitContext.ts';

/** Returns the state that the notices of the page share. */
export function useNotices(): Notices {
  const { notices } = useKit();
  return useSyncExternalStore(notices.subscribe, notices.getSnapshot, () => noNotices);
}
