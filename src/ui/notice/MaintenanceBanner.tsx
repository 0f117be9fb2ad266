'use client';

import { useEffect, useRef, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { MaintenanceState } from '../../monitor/transition.ts';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useAvailability } from '../../react/useAvailability.ts';
import { availabilityState, hasNotice } from './availabilityState.ts';
import { NextCheck } from './NextCheck.tsx';
import { Notice } from './Notice.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';
import type { MaintenanceBannerSlot } from '../styling/slotNames.ts';

export interface MaintenanceBannerProps {
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ notice: 'my-class' }`. */
  readonly classNames?: ClassNames<MaintenanceBannerSlot> | undefined;
}

/** How long the notice that the maintenance is over stays. */
const OVER_FOR_MS = 10_000;

/** A wait worth naming by the clock; shorter ones are counted down. */
const WORTH_A_TIME_MS = 5 * 60_000;

/**
 * Shows the state of the service across the page: that a maintenance is on, when the next check is, and for ten
 * seconds that it is over.
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
  const { monitor, messages } = useKit();
  const service = useAvailability();
  const { recentlyRecovered, dismiss } = service;
  const backAt = useMaintenance(backAtOf);
  const ref = useRef<HTMLElement>(null);
  const { maintenance, recovering, over, unavailable } = messages;
  const texts = {
    'read-only': { title: maintenance.title, text: maintenance.banner },
    unavailable,
    recovering,
    operational: over,
  };

  useEffect(() => {
    if (!recentlyRecovered) return undefined;
    return monitor.platform.setTimer(() => {
      // The user may be about to press its button.
      if (!ref.current?.contains(document.activeElement)) dismiss();
    }, OVER_FOR_MS);
  }, [recentlyRecovered, dismiss, monitor]);

  return (
    <section
      {...slot('maintenance-banner', availabilityState(service), className)}
      ref={ref}
      tabIndex={-1}
      aria-label={hasNotice(service) ? texts[service.availability].title : undefined}
    >
      <Notice service={service} texts={texts} isInLine>
        {backAt === undefined ? null : <BackAround backAt={backAt} />}
        <NextCheck
          isCounted={backAt === undefined}
          onDismiss={() => {
            ref.current?.focus();
            dismiss();
          }}
        />
      </Notice>
    </section>
  );
}

/** Renders the expected end of the maintenance. */
function BackAround({ backAt }: { readonly backAt: number }): ReactElement {
  const slot = useSlot();
  const { messages, locale, monitor } = useKit();
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
