'use client';

import { useId, useRef, type ReactElement, type RefObject } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { MaintenanceState } from '../../monitor/maintenanceState.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { createLazy } from '../../react/createLazy.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useWindows } from '../../react/useWindows.ts';
import type { WindowsState } from '../../stores/windowsState.ts';
import { useSlot } from '../styling/useSlot.ts';
import { availabilityState, hasNotice } from './availabilityState.ts';
import { NextCheck } from './NextCheck.tsx';
import { Notice, type NoticeProps, type NoticeTexts } from './Notice.tsx';
import { useFloatingLayer } from './useFloatingLayer.ts';
import { useTimedDismiss } from './useTimedDismiss.ts';
import type * as WindowNoticeModule from './WindowNotice.tsx';

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

/** A wait worth naming by the clock; shorter ones are counted down. */
const WORTH_A_TIME_MS = 5 * 60_000;

/** Loaded as soon as the provider follows windows: a release in the maintenance may remove the file. */
const useWindowParts = createLazy(() => import('./WindowNotice.tsx'));
type WindowParts = typeof WindowNoticeModule;

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
  const lazy = useWindowParts(windows !== undefined);
  const parts = lazy.status === 'loaded' ? lazy.value : undefined;
  const titleId = useId();
  const isAboutService = hasNotice(service);
  const window = announcesWindows && parts && !isAboutService ? windows?.announced : undefined;
  const isShown = isChosen && (isAboutService || window !== undefined);
  useTimedDismiss(service, isShown, ref);
  useFloatingLayer(isShown, ref);

  return (
    // Mounted even when empty: the focus stays here when the user dismisses the notice.
    <section
      {...slot('maintenance-banner', availabilityState(service), className)}
      ref={ref}
      tabIndex={-1}
      aria-label={isShown && isAboutService ? texts[service.availability].title : undefined}
      aria-labelledby={isShown && window ? titleId : undefined}
    >
      {isShown && window && parts ? (
        <parts.WindowNotice window={window} now={windows?.now ?? 0} titleId={titleId} sectionRef={ref} />
      ) : null}
      {isShown && isAboutService ? (
        <ServiceNotice
          service={service}
          texts={texts}
          windows={windows}
          PlannedEnd={parts?.PlannedEnd}
          onDismiss={() => {
            ref.current?.focus();
            service.dismiss();
          }}
        />
      ) : null}
    </section>
  );
}

interface ServiceNoticeProps extends Omit<NoticeProps, 'children'> {
  readonly windows: WindowsState | undefined;
  /** Once it is loaded. */
  readonly PlannedEnd: WindowParts['PlannedEnd'] | undefined;
  readonly onDismiss: () => void;
}

/** Renders the state of the service with the expected end, which the API says or else a planned window. */
function ServiceNotice({ windows, PlannedEnd, onDismiss, ...notice }: ServiceNoticeProps): ReactElement {
  const end = useMaintenance(endOf);
  const planned = end === 'unknown' && PlannedEnd ? windows?.plannedEnd : undefined;
  const isEndKnown = typeof end === 'number' || planned?.isLate === false;
  return (
    <Notice {...notice}>
      {typeof end === 'number' ? <BackAround backAt={end} /> : null}
      {planned && PlannedEnd ? <PlannedEnd end={planned} now={windows?.now ?? 0} /> : null}
      <NextCheck isCounted={!isEndKnown} onDismiss={onDismiss} />
    </Notice>
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

/**
 * Returns the end as far as the API said. `undefined` for a short wait, for which the countdown is enough; `unknown` if the
 * API said nothing, so that a planned window may.
 */
function endOf(state: MaintenanceState): number | 'unknown' | undefined {
  if (state.status !== 'maintenance') return undefined;
  const { notice, retryAfterAt = state.noticedAt } = state;
  const { retryAfterMs } = notice;
  if (retryAfterMs === undefined) return 'unknown';
  return retryAfterMs >= WORTH_A_TIME_MS ? retryAfterAt + retryAfterMs : undefined;
}
