'use client';

import { useEffect, useId } from 'react';
import { useNoticeStore, useNotices } from '../../react/useNotices.ts';
import { shownNoticeOf, type NoticeKind } from '../../stores/createNotices.ts';

/**
 * Registers a notice while `isWanted`, and returns whether it is the one that the page shows. Before any notice is
 * registered, as on a server, a banner is shown and the others aren't. A notice without content isn't shown, so
 * registering it renders nothing.
 */
export function useIsShownNotice(
  kind: NoticeKind,
  { isWanted = true, hasContent = true }: { readonly isWanted?: boolean; readonly hasContent?: boolean } = {},
): boolean {
  const notices = useNoticeStore();
  const id = useId();
  useEffect(() => (isWanted ? notices.add(kind, id) : undefined), [notices, kind, id, isWanted]);
  return useNotices((state) => {
    const shown = shownNoticeOf(state, kind);
    return hasContent && (shown === undefined ? kind === 'banners' : shown === id);
  });
}
