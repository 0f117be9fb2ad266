'use client';

import { useEffect, useId, useRef, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { MaintenanceState } from '../../monitor/transition.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useNoticeStore, useNotices } from '../../react/useNotices.ts';
import { useAvailability } from '../../react/useAvailability.ts';
import { availabilityState, hasNotice } from './availabilityState.ts';
import { NextCheck } from './NextCheck.tsx';
import { Notice } from './Notice.tsx';
import { useTimedDismiss } from './useTimedDismiss.ts';
import { useSlot } from '../styling/useSlot.ts';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';
import type { MaintenanceBannerSlot } from '../styling/slotNames.ts';

export interface MaintenanceBannerProps {
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ notice: 'my-class' }`. */
  readonly classNames?: ClassNames<MaintenanceBannerSlot> | undefined;
}

/** A wait worth naming by the clock; shorter ones are counted down. */
const WORTH_A_TIME_MS = 5 * 60_000;

/**
 * Shows the state of the service across the page: that a maintenance is on, when the next check is, and for ten
 * seconds that it is over. It floats above the end of the page, so that what the user is about to press stays in place.
 * Forms then show no notice of their own. However many banners are mounted, the first one is shown.
 *
 * Renders a `<section data-slot="maintenance-banner">` with `data-availability` and `data-recently-recovered`, empty
 * while there is nothing to show. It isn't a live region: the provider announces each change once.
 */
export function MaintenanceBanner({ classNames, ...props }: MaintenanceBannerProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames}>
      <Banner {...props} />
    </AppearanceProvider>
  );
}

function Banner({ className }: MaintenanceBannerProps): ReactElement {
  const slot = useSlot();
  const service = useAvailability();
  const backAt = useMaintenance(backAtOf);
  const ref = useRef<HTMLElement>(null);
  const { maintenance, recovering, over, unavailable } = useMessages(noticesInEnglish);
  const texts = {
    'read-only': { title: maintenance.title, text: maintenance.banner },
    unavailable,
    recovering,
    operational: over,
  };

  const isShown = useIsFirstBanner() && hasNotice(service);
  useTimedDismiss(service, ref);

  return (
    <section
      {...slot('maintenance-banner', availabilityState(service), className)}
      ref={ref}
      tabIndex={-1}
      aria-label={isShown ? texts[service.availability].title : undefined}
    >
      {isShown ? (
        <Notice service={service} texts={texts} isInLine>
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

/** Registers the banner, and returns whether it is the one to show: before it is registered, each one is. */
function useIsFirstBanner(): boolean {
  const notices = useNoticeStore();
  const id = useId();
  useEffect(() => notices.addBanner(id), [notices, id]);
  const [first = id] = useNotices().banners;
  return first === id;
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
