'use client';

import { useSyncExternalStore, type ReactElement } from 'react';
import type { Announcement, Announcer } from '../stores/createAnnouncer.ts';

const nothingSaid = (): undefined => undefined;

/**
 * The two live regions for all announcements. They are mounted empty so that later text is announced. `aria-live` is
 * explicit because Radix's `hideOthers` skips `[aria-live]`.
 */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }): ReactElement {
  const said = useSyncExternalStore(announcer.subscribe, announcer.getSnapshot, nothingSaid);
  return (
    <>
      <div className="mk-visually-hidden" role="status" aria-live="polite" data-slot="announcements">
        {spoken(said, 'polite')}
      </div>
      <div className="mk-visually-hidden" role="alert" aria-live="assertive" data-slot="alerts">
        {spoken(said, 'assertive')}
      </div>
    </>
  );
}

function spoken(said: Announcement | undefined, urgency: Announcement['urgency']): ReactElement | null {
  return said?.urgency === urgency ? <span key={said.turn}>{said.text}</span> : null;
}
