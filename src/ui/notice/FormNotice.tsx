'use client';

import { useRef, type ReactElement, type RefObject } from 'react';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useNotices } from '../../react/useNotices.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';
import { NextCheck } from './NextCheck.tsx';
import { Notice } from './Notice.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useTimedDismiss } from './useTimedDismiss.ts';

export interface FormNoticeProps {
  readonly service: AvailabilityInfo;
  /** Default: the title of the messages, "System under maintenance". */
  readonly title?: string | undefined;
  /** The sentence that says what is paused and that nothing is lost. */
  readonly paused: string;
  /** Whether it is shown beside a banner too, because no disabled button says why. Default: false. */
  readonly isBesideBanner?: boolean | undefined;
  /** The outermost element, which takes the focus. */
  readonly noticeRef?: RefObject<HTMLDivElement | null> | undefined;
}

/**
 * Shows the state of the service in place, above the fields of a form. With a banner on the page it shows nothing: the
 * banner has the countdown, the form's disabled button the reason, and the fields stay in place.
 */
export function FormNotice({
  service,
  title,
  paused,
  isBesideBanner = false,
  noticeRef,
}: FormNoticeProps): ReactElement {
  const slot = useSlot();
  const { maintenance, recovering, over } = useMessages(noticesInEnglish);
  const ownRef = useRef<HTMLDivElement>(null);
  const ref = noticeRef ?? ownRef;
  const isShown = useNotices().banners.length === 0 || isBesideBanner;
  useTimedDismiss(service, ref);
  const readOnly = { title: title ?? maintenance.title, text: paused };
  const texts = {
    'read-only': readOnly,
    // Hidden with everything around it, but mounted: its button may have the focus, and gets it back.
    unavailable: readOnly,
    recovering,
    operational: over,
  };
  return (
    // Mounted even when empty: the focus stays here when the user dismisses the notice.
    <div {...slot('form-notice')} ref={ref} tabIndex={-1}>
      {isShown ? (
        <Notice service={service} texts={texts}>
          <NextCheck
            onDismiss={() => {
              ref.current?.focus();
              service.dismiss();
            }}
          />
        </Notice>
      ) : null}
    </div>
  );
}
