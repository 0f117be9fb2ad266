'use client';

import {
  forwardRef,
  useContext,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
} from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { SendWhenAvailableContext, SendWhenAvailableButton } from './SendWhenAvailable.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface SubmitButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  /** The form is being sent. Default: false. */
  readonly pending?: boolean;
  /** What the button says meanwhile. Default: its children. */
  readonly pendingLabel?: string;
  /**
   * The form cannot be sent now, maintenance apart: `disabled={!isDirty}`. The button keeps its focus, looks as it does in
   * maintenance and sends nothing. Describe the reason with `aria-describedby`. Default: false.
   */
  readonly disabled?: boolean | undefined;
}

/**
 * The button that sends a form, closed while mutations are rejected.
 *
 * Renders a `<button type="submit" data-slot="submit-button">`, with `data-disabled` in maintenance and
 * `data-pending` while the form is sent, and below it the reason why it is closed. Closed, it keeps its focus and
 * its place in the tab order, swallows clicks, Enter and implicit submission, and answers each press by
 * announcing the reason again. A `ref` and every other prop go to the button; `disabled` becomes `aria-disabled`.
 */
export const SubmitButton: ForwardRefExoticComponent<SubmitButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function SubmitButton(
    { pending = false, pendingLabel, disabled = false, className, children, onClick, ...rest },
    ref,
  ) {
    const slot = useSlot();
    const { announcer, messages } = useKit();
    const isDisabled = useMaintenance(blocksMutations);
    const later = useContext(SendWhenAvailableContext);
    const reasonId = useId();
    const { title, opensAgain } = messages.maintenance;

    function press(event: MouseEvent<HTMLButtonElement>): void {
      if (isDisabled) {
        later?.want();
        announcer.announce(`${title}. ${opensAgain}.`, 'assertive');
      }
      // A browser turns Enter in a field into a click on this button, so one place swallows all three.
      if (isDisabled || pending || disabled) event.preventDefault();
      else onClick?.(event);
    }

    return (
      <div {...slot('submit')}>
        <button
          {...rest}
          {...slot('submit-button', { disabled: isDisabled || disabled, pending }, className)}
          ref={ref}
          type="submit"
          aria-disabled={isDisabled || pending || disabled || undefined}
          aria-describedby={isDisabled ? reasonId : rest['aria-describedby']}
          onClick={press}
        >
          {pending ? (pendingLabel ?? children) : children}
        </button>
        <p {...slot('submit-reason')} id={reasonId} hidden={!isDisabled}>
          {isDisabled ? opensAgain : null}
        </p>
        {isDisabled ? <SendWhenAvailableButton /> : null}
      </div>
    );
  });
