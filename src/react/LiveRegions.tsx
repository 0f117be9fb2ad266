'use client';

import { useSyncExternalStore, type ReactElement } from 'react';
import type { Announcement, Announcer } from '../stores/createAnnouncer.ts';

const noAnnouncement = (): undefined => undefined;

/**
 * The two live regions for all announcements. They are mounted empty so that later text is announced. `aria-live` is
 * explicit because Radix's `hideOthers` skips `[aria-live]`.
 */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }): ReactElement {
  const announcement = useSyncExternalStore(announcer.subscribe, announcer.getSnapshot, noAnnouncement);
  return (
    <>
      <div className="mk-visually-hidden" role="status" aria-live="polite" data-slot="announcements">
        {spoken(announcement, 'polite')}
      </div>
      <div className="mk-visually-hidden" role="alert" aria-live="assertive" data-slot="alerts">
        {spoken(announcement, 'assertive')}
      </div>
    </>
  );
}

function spoken(
  announcement: Announcement | undefined,
  urgency: Announcement['urgency'],
): ReactElement | null {
  return announcement?.urgency === urgency ? <span key={announcement.turn}>{announcement.text}</span> : null;
}
