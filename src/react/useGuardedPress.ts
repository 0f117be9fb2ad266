'use client';

import { useId, useRef } from 'react';
import { blocksMutations } from '../monitor/selectors.ts';
import { noticesInEnglish } from '../messages/notices.ts';
import { useKit, useMessages } from './KitContext.ts';
import { useMaintenance } from './useMaintenance.ts';

interface PressEvent {
  readonly preventDefault: () => void;
}

export interface GuardedPressOptions<Event extends PressEvent> {
  /** Called on a press while the control is enabled. While the returned promise is pending, presses are ignored. */
  readonly onPress?: ((event: Event) => unknown) | undefined;
  /**
   * Called on a press during maintenance, for example to open a dialog. Not called while `disabled`. Default:
   * announces the reason.
   */
  readonly onBlocked?: ((event: Event) => unknown) | undefined;
  /** Whether the action is pending. Presses are then ignored. Default: false. */
  readonly pending?: boolean | undefined;
  /** Whether the control is disabled for another reason than maintenance. Default: false. */
  readonly disabled?: boolean | undefined;
  /** Disables the control outside of maintenance, and is announced on a press. */
  readonly disabledReason?: string | undefined;
}

export interface GuardedPress<Event extends PressEvent> {
  /** Whether a maintenance blocks the press. */
  readonly isBlocked: boolean;
  /** Why the control is disabled during maintenance; `undefined` outside of it. */
  readonly reason: string | undefined;
  /** The id for the element that shows `reason`. Render one, hidden or not, unless you pass `onBlocked`. */
  readonly reasonId: string;
  /** Props for a button or a link. Spread them after your own. */
  readonly pressProps: {
    readonly 'aria-disabled': true | undefined;
    /** Absent if the reason doesn't describe the control. */
    readonly 'aria-describedby'?: string;
    readonly onClick: (event: Event) => void;
  };
}

/**
 * Guards the press of a control during maintenance. The control is `aria-disabled`: it keeps its focus and its place
 * in the tab order, and a press gives the reason.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useGuardedPress<Event extends PressEvent>({
  onPress,
  onBlocked,
  pending = false,
  disabled = false,
  disabledReason,
}: GuardedPressOptions<Event>): GuardedPress<Event> {
  const { announcer } = useKit();
  const messages = useMessages(noticesInEnglish);
  const isBlocked = useMaintenance(blocksMutations);
  const reasonId = useId();
  const isBusy = useRef(false);
  const { availableAgain, blocked } = messages.maintenance;
  const isIdle = !pending && !disabled && disabledReason === undefined;

  function explain(event: Event): void {
    if (!onBlocked) announcer.announce(blocked, 'assertive');
    else if (!disabled) onBlocked(event);
  }

  function press(event: Event): void {
    // The second of two presses can come before React renders the first.
    if (isBusy.current) {
      event.preventDefault();
      return;
    }
    const result = onPress?.(event);
    if (!(result instanceof Promise)) return;
    isBusy.current = true;
    void result.finally(() => {
      isBusy.current = false;
    });
  }

  return {
    isBlocked,
    reason: isBlocked ? availableAgain : undefined,
    reasonId,
    pressProps: {
      'aria-disabled': isBlocked || !isIdle || undefined,
      ...(isBlocked && !onBlocked && { 'aria-describedby': reasonId }),
      onClick(event) {
        if (isBlocked || !isIdle) event.preventDefault();
        if (isBlocked) explain(event);
        else if (disabledReason !== undefined) announcer.announce(disabledReason, 'assertive');
        else if (isIdle) press(event);
      },
    },
  };
}
