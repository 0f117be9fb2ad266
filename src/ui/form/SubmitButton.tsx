'use client';

import {
  forwardRef,
  useContext,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
} from 'react';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { SendWhenAvailableContext, SendWhenAvailableButton } from './SendWhenAvailable.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface SubmitButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  /** Whether the form is being sent. Default: false. */
  readonly pending?: boolean;
  /** The text of the button while `pending`. Default: its children. */
  readonly pendingLabel?: string;
  /**
   * Whether the form can't be sent for another reason than maintenance: `disabled={!isDirty}`. The button keeps its focus,
   * looks as it does during maintenance and sends nothing. Describe the reason with `aria-describedby`. Default: false.
   */
  readonly disabled?: boolean | undefined;
}

/**
 * The button that sends a form, disabled during maintenance.
 *
 * Renders a `<button type="submit" data-slot="submit-button">`, with `data-disabled` during maintenance and
 * `data-pending` while the form is being sent, and the reason below it. While disabled it keeps its focus and its place in the
 * tab order, prevents clicks, Enter and implicit submission, and announces the reason on each press. A `ref` and
 * every other prop go to the button; `disabled` becomes `aria-disabled`.
 */
export const SubmitButton: ForwardRefExoticComponent<SubmitButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function SubmitButton(
    { pending = false, pendingLabel, disabled = false, className, children, onClick, ...rest },
    ref,
  ) {
    const slot = useSlot();
    const later = useContext(SendWhenAvailableContext);
    const groupRef = useRef<HTMLDivElement>(null);
    const { isBlocked, reason, reasonId, pressProps } = useGuardedPress({
      // Returns nothing: an async handler of the application must not hold back the next press.
      onPress(event: MouseEvent<HTMLButtonElement>) {
        onClick?.(event);
      },
      pending,
      disabled,
    });

    // A browser turns Enter in a field into a click on this button, so one handler prevents both.
    function press(event: MouseEvent<HTMLButtonElement>): void {
      if (isBlocked) later?.want();
      pressProps.onClick(event);
    }

    return (
      <div {...slot('submit')} ref={groupRef}>
        <button
          {...rest}
          {...slot('submit-button', { disabled: isBlocked || disabled, pending }, className)}
          {...pressProps}
          ref={ref}
          type="submit"
          onClick={press}
        >
          {pending ? (pendingLabel ?? children) : children}
        </button>
        <p {...slot('submit-reason')} id={reasonId} hidden={!isBlocked}>
          {reason}
        </p>
        {isBlocked ? <SendWhenAvailableButton group={groupRef} /> : null}
      </div>
    );
  });
