'use client';

import { useSyncExternalStore } from 'react';
import { createNotices, noNotices, type NoticeStore, type Notices } from '../stores/createNotices.ts';
import { useKit } from './KitContext.ts';

/** Returns the store of what the notices of the page have in common. */
export function useNoticeStore(): NoticeStore {
  return useKit().store(createNotices);
}

/** Returns a value of what the notices of the page have in common. Re-renders when that value changes. */
export function useNotices<Selection extends string | number | boolean | undefined>(
  select: (notices: Notices) => Selection,
): Selection {
  const { subscribe, getSnapshot } = useNoticeStore();
  return useSyncExternalStore(
    subscribe,
    () => select(getSnapshot()),
    () => select(noNotices),
  );
}
