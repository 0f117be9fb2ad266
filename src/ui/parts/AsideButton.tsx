'use client';

import { useId, type ComponentPropsWithRef, type ReactElement } from 'react';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useSlot } from './slot.ts';
import type { SlotName } from './slotNames.ts';

export interface AsideButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'disabled' | 'type' | 'onClick'
> {
  /** The slot. Default: "button". */
  readonly as?: SlotName;
  readonly pending?: boolean;
  /** Why it cannot be pressed for a while, maintenance apart; announced when it is pressed all the same. */
  readonly heldBack?: string | undefined;
  readonly onPress: () => void;
}

/**
 * A guarded button beside the one that sends a form: another service, a new code.
 *
 * Renders a `<button type="button">` with `data-closed` in maintenance and `data-pending` while it is at work.
 * Closed, it keeps its focus and its place in the tab order, and answers a press by announcing the reason.
 */
export function AsideButton({
  as = 'button',
  pending = false,
  heldBack,
  onPress,
  className,
  children,
  ...rest
}: AsideButtonProps): ReactElement {
  const slot = useSlot();
  const { announcer, messages } = useKit();
  const isClosed = useMaintenance(({ status }) => status === 'maintenance');
  const reasonId = useId();
  const { title, opensAgain } = messages.maintenance;
  const isHeldBack = heldBack !== undefined;

  function press(): void {
    if (isClosed) announcer.announce(`${title}. ${opensAgain}.`, 'assertive');
    else if (isHeldBack) announcer.announce(heldBack, 'assertive');
    else if (!pending) onPress();
  }

  return (
    <button
      {...rest}
      {...slot(as, { closed: isClosed, pending, waiting: isHeldBack }, className)}
      type="button"
      aria-disabled={isClosed || pending || isHeldBack || undefined}
      aria-describedby={isClosed ? reasonId : undefined}
      onClick={press}
    >
      {children}
      {isClosed ? (
        <span id={reasonId} hidden>
          {opensAgain}
        </span>
      ) : null}
    </button>
  );
}
