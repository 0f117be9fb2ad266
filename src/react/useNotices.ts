'use client';

import { useSyncExternalStore } from 'react';
import { createNotices, noNotices, type NoticeStore, type Notices } from '../stores/createNotices.ts';
import { useKit } from './KitContext.ts';

/** Returns the store of what the notices of the page have in common. */
export function useNoticeStore(): NoticeStore {
  return useKit().store(createNotices);
}

/** Returns what the notices of the page have in common. */
export function useNotices(): Notices {
  const { subscribe, getSnapshot } = useNoticeStore();
  return useSyncExternalStore(subscribe, getSnapshot, () => noNotices);
}
