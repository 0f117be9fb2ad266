'use client';

import { useEffect, useRef, type ReactElement } from 'react';
import { formatMessage } from '../../messages/messages.ts';
import type { MaintenanceState } from '../../monitor/transition.ts';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { usePhase } from '../../react/usePhase.ts';
import { NextCheck } from './NextCheck.tsx';
import { Notice } from './Notice.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';

export interface MaintenanceBannerProps {
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ notice: 'my-class' }`. */
  readonly classNames?: ClassNames | undefined;
}

/** How long the good news stays. */
const OVER_FOR_MS = 10_000;

/** A wait worth naming by the clock; shorter ones are counted down. */
const WORTH_A_TIME_MS = 5 * 60_000;

/**
 * A bar across the page that tells of a maintenance: that it is on, when the service is asked again, and that it
 * is over. Nothing while the service is operational.
 *
 * Renders a `<section data-slot="maintenance-banner">`, empty until there is something to tell. It is no live
 * region: the provider announces each change once.
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
  const [phase, goOn] = usePhase();
  const backAt = useMaintenance(backAtOf);
  const ref = useRef<HTMLElement>(null);
  const { maintenance, recovering, over, unavailable } = messages;
  const said = {
    closed: { title: `${maintenance.title}.`, text: maintenance.banner },
    unavailable: { title: `${unavailable.title}.`, text: unavailable.text },
    trial: { title: `${recovering.title}.`, text: recovering.text },
    over: { title: `${over.title}.`, text: over.text },
  };

  const isOver = phase === 'over';
  useEffect(() => {
    if (!isOver) return undefined;
    return monitor.platform.setTimer(() => {
      // Whoever is about to press the button finds it where it was.
      if (!ref.current?.contains(document.activeElement)) goOn();
    }, OVER_FOR_MS);
  }, [isOver, goOn, monitor]);

  return (
    <section
      {...slot('maintenance-banner', { phase }, className)}
      ref={ref}
      tabIndex={-1}
      aria-label={phase === 'open' ? undefined : maintenance.title}
    >
      {phase === 'open' ? null : (
        <Notice phase={phase} title={said[phase].title} text={said[phase].text}>
          {backAt === undefined ? null : <BackAround backAt={backAt} />}
          <NextCheck
            isCounted={backAt === undefined}
            onDismiss={() => {
              ref.current?.focus();
              goOn();
            }}
          />
        </Notice>
      )}
    </section>
  );
}

/** When people can expect the end. */
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
