'use client';

import { useState, type ReactElement } from 'react';
import { formatMessage } from '../../messages/messages.ts';
import type { MaintenanceState } from '../../monitor/transition.ts';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useNow } from '../../react/useNow.ts';
import { useSlot } from './slot.ts';

export interface NextCheckProps {
  /** False where something better is said of the time. Default: true. */
  readonly isCounted?: boolean;
  /** What the button does while no maintenance is known. */
  readonly onDismiss: () => void;
  /** What it says then. Default: "Dismiss". */
  readonly dismissLabel?: string;
}

/**
 * When the service is asked again, and a button that asks now. Once the maintenance may be over, the same button
 * dismisses the notice: whoever has the focus on it keeps it.
 *
 * Renders a `<span role="timer">` and a `<button>`.
 */
export function NextCheck({ isCounted = true, onDismiss, dismissLabel }: NextCheckProps): ReactElement {
  const slot = useSlot();
  const { messages } = useKit();
  const isOn = useMaintenance(isMaintenance);
  const { isChecking, checkNow } = useCheckNow();
  return (
    <>
      {isOn && isCounted ? <Countdown /> : null}
      <button
        {...slot('notice-action', { action: isOn ? 'check' : 'dismiss' })}
        type="button"
        aria-disabled={isChecking || undefined}
        onClick={isOn ? checkNow : onDismiss}
      >
        {isOn ? messages.maintenance.checkNow : (dismissLabel ?? messages.over.dismiss)}
      </button>
    </>
  );
}

/** Asks whether it is over because a person wants to know, and answers aloud when it is not. */
function useCheckNow(): { readonly isChecking: boolean; readonly checkNow: () => void } {
  const { monitor, messages, announcer } = useKit();
  const [isChecking, setIsChecking] = useState(false);

  async function check(): Promise<void> {
    setIsChecking(true);
    const state = await monitor.checkNow();
    setIsChecking(false);
    if (state.status !== 'maintenance') return;
    const time = remaining(state.nextCheckAt - monitor.platform.now());
    const { stillOn, nextCheckIn } = messages.maintenance;
    announcer.announce(`${stillOn} ${formatMessage(nextCheckIn, { time })}`, 'assertive');
  }

  return {
    isChecking,
    checkNow: () => {
      if (!isChecking) void check();
    },
  };
}

/** How long it is until the service is asked again. */
export function Countdown(): ReactElement {
  const slot = useSlot();
  const { maintenance } = useKit().messages;
  const nextCheckAt = useMaintenance(nextCheckOf);
  const now = useNow(true);
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

function isMaintenance({ status }: MaintenanceState): boolean {
  return status === 'maintenance';
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
