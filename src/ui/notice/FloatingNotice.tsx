'use client';

import { useRef, type ReactElement, type RefObject } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { MaintenanceState } from '../../monitor/maintenanceState.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useSlot } from '../styling/useSlot.ts';
import { availabilityState, hasNotice } from './availabilityState.ts';
import { NextCheck } from './NextCheck.tsx';
import { Notice, type NoticeTexts } from './Notice.tsx';
import { useFloatingLayer } from './useFloatingLayer.ts';
import { useTimedDismiss } from './useTimedDismiss.ts';

export interface FloatingNoticeProps {
  readonly service: AvailabilityInfo;
  readonly texts: NoticeTexts;
  /** Whether this is the notice that the page shows. */
  readonly isShown: boolean;
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** The outermost element, which takes the focus. */
  readonly noticeRef?: RefObject<HTMLElement | null> | undefined;
}

/** A wait worth naming by the clock; shorter ones are counted down. */
const WORTH_A_TIME_MS = 5 * 60_000;

/**
 * The notice of a page, which floats above its end, so that what the user is about to press stays in place.
 *
 * Renders a `<section data-slot="maintenance-banner">`, empty while there is nothing to show.
 */
export function FloatingNotice({
  service,
  texts,
  isShown: isChosen,
  className,
  noticeRef,
}: FloatingNoticeProps): ReactElement {
  const slot = useSlot();
  const backAt = useMaintenance(backAtOf);
  const ownRef = useRef<HTMLElement>(null);
  const ref = noticeRef ?? ownRef;
  const isShown = isChosen && hasNotice(service);
  useTimedDismiss(service, isShown, ref);
  useFloatingLayer(isShown, ref);

  return (
    // Mounted even when empty: the focus stays here when the user dismisses the notice.
    <section
      {...slot('maintenance-banner', availabilityState(service), className)}
      ref={ref}
      tabIndex={-1}
      aria-label={isShown ? texts[service.availability].title : undefined}
    >
      {isShown ? (
        <Notice service={service} texts={texts}>
          {backAt === undefined ? null : <BackAround backAt={backAt} />}
          <NextCheck
            isCounted={backAt === undefined}
            onDismiss={() => {
              ref.current?.focus();
              service.dismiss();
            }}
          />
        </Notice>
      ) : null}
    </section>
  );
}

/** Renders the expected end of the maintenance. */
function BackAround({ backAt }: { readonly backAt: number }): ReactElement {
  const slot = useSlot();
  const { locale, monitor } = useKit();
  const messages = useMessages(noticesInEnglish);
  const { now, monotonicNow } = monitor.platform;
  // The user reads it from the clock on the wall.
  const backAtWall = now() + (backAt - monotonicNow());
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(backAtWall);
  return (
    <span {...slot('notice-time')} suppressHydrationWarning>
      {formatMessage(messages.maintenance.backAround, { time })}
    </span>
  );
}

/** The end as far as the API said; for a short wait the countdown is enough. */
function backAtOf(state: MaintenanceState): number | undefined {
  if (state.status !== 'maintenance') return undefined;
  const { notice, retryAfterAt = state.noticedAt } = state;
  const { retryAfterMs } = notice;
  return retryAfterMs !== undefined && retryAfterMs >= WORTH_A_TIME_MS
    ? retryAfterAt + retryAfterMs
    : undefined;
}
