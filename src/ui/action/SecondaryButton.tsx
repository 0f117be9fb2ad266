'use client';

import { useId, type ComponentPropsWithRef, type ReactElement } from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { useSlot } from '../styling/useSlot.ts';
import type { SlotName } from '../styling/slotNames.ts';

export interface SecondaryButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'disabled' | 'type' | 'onClick'
> {
  /** The slot. Default: "button". */
  readonly as?: SlotName;
  readonly pending?: boolean;
  /** Why it cannot be pressed for a while, maintenance apart; announced when it is pressed all the same. */
  readonly cooldownReason?: string | undefined;
  readonly onPress: () => void;
}

/**
 * A guarded button beside the one that sends a form: another service, a new code.
 *
 * Renders a `<button type="button">` with `data-disabled` in maintenance and `data-pending` while it is at work.
 * Closed, it keeps its focus and its place in the tab order, and answers a press by announcing the reason.
 */
export function SecondaryButton({
  as = 'button',
  pending = false,
  cooldownReason,
  onPress,
  className,
  children,
  ...rest
}: SecondaryButtonProps): ReactElement {
  const slot = useSlot();
  const { announcer, messages } = useKit();
  const isDisabled = useMaintenance(blocksMutations);
  const reasonId = useId();
  const { title, opensAgain } = messages.maintenance;
  const isHeldBack = cooldownReason !== undefined;

  function press(): void {
    if (isDisabled) announcer.announce(`${title}. ${opensAgain}.`, 'assertive');
    else if (isHeldBack) announcer.announce(cooldownReason, 'assertive');
    else if (!pending) onPress();
  }

  return (
    <button
      {...rest}
      {...slot(as, { disabled: isDisabled, pending, waiting: isHeldBack }, className)}
      type="button"
      aria-disabled={isDisabled || pending || isHeldBack || undefined}
      aria-describedby={isDisabled ? reasonId : undefined}
      onClick={press}
    >
      {children}
      {isDisabled ? (
        <span id={reasonId} hidden>
          {opensAgain}
        </span>
      ) : null}
    </button>
  );
}
