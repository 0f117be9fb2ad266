'use client';

import { useId, useRef, type ReactElement, type RefObject } from 'react';
import { createLazy, useIdleLoad } from '../../react/createLazy.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';
import { useWindows } from '../../react/useWindows.ts';
import { useSlot } from '../styling/useSlot.ts';
import { availabilityState, hasNotice } from './availabilityState.ts';
import { useNoticeParts } from './lazyNoticeParts.ts';
import { Notice, type NoticeTexts } from './Notice.tsx';
import { useTimedDismiss } from './useTimedDismiss.ts';

export interface FloatingNoticeProps {
  readonly service: AvailabilityInfo;
  readonly texts: NoticeTexts;
  /** Whether this is the notice that the page shows. */
  readonly isShown: boolean;
  /** Whether planned windows are announced while there is nothing else to show. Default: false. */
  readonly announcesWindows?: boolean;
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** The outermost element, which takes the focus. */
  readonly noticeRef?: RefObject<HTMLElement | null> | undefined;
}

/** Loaded as soon as the provider follows windows: a release in the maintenance may remove the file. */
const useWindowParts = /* @__PURE__ */ createLazy(() => import('./WindowNotice.tsx'));

/**
 * The notice of a page, which floats above its end, so that what the user is about to press stays in place.
 *
 * Renders a `<section data-slot="maintenance-banner">`, empty while there is nothing to show.
 */
export function FloatingNotice({
  service,
  texts,
  isShown: isChosen,
  announcesWindows = false,
  className,
  noticeRef,
}: FloatingNoticeProps): ReactElement {
  const slot = useSlot();
  const ownRef = useRef<HTMLElement>(null);
  const ref = noticeRef ?? ownRef;
  const windows = useWindows();
  const lazyWindows = useWindowParts(windows !== undefined);
  const windowParts = lazyWindows.status === 'loaded' ? lazyWindows.value : undefined;
  const titleId = useId();
  const isAboutService = hasNotice(service);
  const window = announcesWindows && windowParts && !isAboutService ? windows?.announced : undefined;
  const isShown = isChosen && (isAboutService || window !== undefined);
  const lazy = useNoticeParts(isShown);
  useIdleLoad(useNoticeParts.loadAtIdle);
  const parts = lazy.status === 'loaded' ? lazy.value : undefined;
  useTimedDismiss(service, isShown, ref);

  return (
    // Mounted even when empty: the focus stays here when the user dismisses the notice.
    <section
      {...slot('maintenance-banner', availabilityState(service), className)}
      ref={ref}
      tabIndex={-1}
      aria-label={isShown && isAboutService ? texts[service.availability].title : undefined}
      aria-labelledby={isShown && window ? titleId : undefined}
    >
      {isShown && parts ? <parts.FloatingLayer element={ref} /> : null}
      {isShown && window && windowParts ? (
        <windowParts.WindowNotice
          window={window}
          now={windows?.now ?? 0}
          titleId={titleId}
          sectionRef={ref}
        />
      ) : null}
      {isShown && isAboutService ? (
        <Notice service={service} texts={texts} icon={parts ? <parts.NoticeIcon service={service} /> : null}>
          {parts ? (
            <parts.ServiceRow
              windows={windows}
              PlannedEnd={windowParts?.PlannedEnd}
              onDismiss={() => {
                ref.current?.focus();
                service.dismiss();
              }}
            />
          ) : null}
        </Notice>
      ) : null}
    </section>
  );
}
