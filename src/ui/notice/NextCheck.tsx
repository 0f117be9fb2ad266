'use client';

import { useState, type ReactElement } from 'react';
import { checksInEnglish } from '../../messages/checks.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { blocksMutations } from '../../monitor/selectors.ts';
import type { MaintenanceState } from '../../monitor/maintenanceState.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useNow } from '../../react/useNow.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface NextCheckProps {
  /** False where something better is said of the time. Default: true. */
  readonly isCounted?: boolean;
  /** What the button does while no maintenance is known. */
  readonly onDismiss: () => void;
  /** What it says then. Default: "Dismiss". */
  readonly dismissLabel?: string;
}

/**
 * When the service is checked next, and a button that checks now. Once the maintenance may be over, the same button
 * dismisses the notice, so it keeps the focus.
 *
 * Renders a `<span role="timer">` and a `<button>`, which is `aria-disabled` while the check that it asked for is
 * under way.
 */
export function NextCheck({ isCounted = true, onDismiss, dismissLabel }: NextCheckProps): ReactElement {
  const slot = useSlot();
  const { maintenance } = useMessages(checksInEnglish);
  const { over } = useMessages(noticesInEnglish);
  const isOn = useMaintenance(blocksMutations);
  const { isChecking, outcome, checkNow } = useCheckNow();
  const { checking, checkNow: label } = maintenance;
  const said = isChecking ? checking : outcome;
  return (
    <>
      {isOn && said !== undefined ? <span {...slot('notice-outcome')}>{said}</span> : null}
      {isOn && isCounted && !isChecking ? <Countdown /> : null}
      <button
        {...slot('notice-action', { action: isOn ? 'check' : 'dismiss' })}
        type="button"
        aria-disabled={(isOn && isChecking) || undefined}
        onClick={isOn ? checkNow : onDismiss}
      >
        {isOn ? label : (dismissLabel ?? over.dismiss)}
      </button>
    </>
  );
}

interface CheckNow {
  readonly isChecking: boolean;
  /** What the check that the user asked for learned, until something newer is known. */
  readonly outcome: string | undefined;
  readonly checkNow: () => void;
}

/** Asks whether the maintenance is over, and tells the user what the check learned: no more than that. */
function useCheckNow(): CheckNow {
  const { monitor, announcer } = useKit();
  const { maintenance } = useMessages(checksInEnglish);
  const attempt = useMaintenance(attemptOf);
  const [isChecking, setIsChecking] = useState(false);
  const [explained, setExplained] = useState<{ readonly text: string; readonly attempt: number }>();

  async function check(): Promise<void> {
    setIsChecking(true);
    announcer.announce(maintenance.checking, 'polite');
    const result = await monitor.checkNow();
    setIsChecking(false);
    const state = monitor.getSnapshot();
    if (result === undefined || state.status !== 'maintenance') return;
    const [text, announcement] =
      result === 'unanswered'
        ? [maintenance.notChecked, maintenance.notCheckedAnnouncement]
        : [maintenance.stillOn, maintenance.stillOnAnnouncement];
    const time = remaining(state.nextCheckAt - monitor.platform.monotonicNow());
    setExplained({ text, attempt: state.attempt });
    announcer.announce(formatMessage(announcement, { time }), 'assertive');
  }

  return {
    isChecking,
    outcome: explained?.attempt === attempt ? explained?.text : undefined,
    checkNow: () => {
      if (!isChecking) void check();
    },
  };
}

/** How long it is until the service is checked next. */
export function Countdown(): ReactElement {
  const slot = useSlot();
  const { maintenance } = useMessages(checksInEnglish);
  const nextCheckAt = useMaintenance(nextCheckOf);
  const now = useNow(true, 'monotonicNow');
  const leftMs = nextCheckAt - now;
  return (
    // The server's second is not the browser's.
    <span {...slot('notice-timer')} role="timer" suppressHydrationWarning>
      {leftMs > 0
        ? formatMessage(maintenance.nextCheckIn, { time: remaining(leftMs) })
        : maintenance.checking}
    </span>
  );
}

function attemptOf(state: MaintenanceState): number | undefined {
  return state.status === 'maintenance' ? state.attempt : undefined;
}

function nextCheckOf(state: MaintenanceState): number {
  return state.status === 'maintenance' ? state.nextCheckAt : 0;
}

/** Minutes and seconds, with hours before them where there are any: 0:42, 1:05:00. */
function remaining(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const clock = [...(hours > 0 ? [hours] : []), minutes, seconds % 60];
  return clock.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
