'use client';

import type { ComponentPropsWithRef, ReactElement } from 'react';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { useSlot } from '../styling/useSlot.ts';
import type { SlotName } from '../styling/slotNames.ts';

export interface SecondaryButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'disabled' | 'type' | 'onClick'
> {
  /** The slot. Default: "button". */
  readonly as?: SlotName;
  readonly pending?: boolean;
  /** Why the button is temporarily disabled outside of maintenance. Announced on a press. */
  readonly cooldownReason?: string | undefined;
  readonly onPress: () => void;
}

/**
 * A guarded button beside the submit button: for a provider or a new code.
 *
 * Renders a `<button type="button">` with `data-disabled` during maintenance and `data-pending` while its action
 * runs. While disabled it keeps its focus and its place in the tab order, and announces the reason on a press.
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
  const { isBlocked, reason, reasonId, pressProps } = useGuardedPress({
    onPress,
    pending,
    disabledReason: cooldownReason,
  });
  return (
    <button
      {...rest}
      {...slot(as, { disabled: isBlocked, pending, waiting: cooldownReason !== undefined }, className)}
      {...pressProps}
      type="button"
    >
      {children}
      {isBlocked ? (
        <span id={reasonId} hidden>
          {reason}
        </span>
      ) : null}
    </button>
  );
}
