'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { checksInEnglish } from '../../messages/checks.ts';
import type { MaintenanceState } from '../../monitor/maintenanceState.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import type { WindowsState } from '../../stores/windowsState.ts';
import { CheckIcon, WarningIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { NextCheck } from './NextCheck.tsx';
import type * as WindowNoticeModule from './WindowNotice.tsx';

/** A wait worth naming by the clock; shorter ones are counted down. */
const WORTH_A_TIME_MS = 5 * 60_000;

/** The icon of a notice. */
export function NoticeIcon({ service }: { readonly service: AvailabilityInfo }): ReactElement {
  const slot = useSlot();
  const Icon = service.recentlyRecovered ? CheckIcon : WarningIcon;
  return <Icon {...slot('notice-icon')} />;
}

interface ServiceRowProps {
  readonly windows: WindowsState | undefined;
  /** Once it is loaded. */
  readonly PlannedEnd: (typeof WindowNoticeModule)['PlannedEnd'] | undefined;
  readonly onDismiss: () => void;
}

/** The small print of a notice: the expected end, which the API says or else a planned window, and the next check. */
export function ServiceRow({ windows, PlannedEnd, onDismiss }: ServiceRowProps): ReactElement {
  const end = useMaintenance(endOf);
  const planned = end === 'unknown' && PlannedEnd ? windows?.plannedEnd : undefined;
  const isEndKnown = typeof end === 'number' || planned?.isLate === false;
  return (
    <>
      {typeof end === 'number' ? <BackAround backAt={end} /> : null}
      {planned && PlannedEnd ? <PlannedEnd end={planned} now={windows?.now ?? 0} /> : null}
      <NextCheck isCounted={!isEndKnown} onDismiss={onDismiss} />
    </>
  );
}

/** Renders the expected end of the maintenance. */
function BackAround({ backAt }: { readonly backAt: number }): ReactElement {
  const slot = useSlot();
  const { locale, monitor } = useKit();
  const messages = useMessages(checksInEnglish);
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
