'use client';

import { clsx } from 'clsx';
import {
  forwardRef,
  useContext,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
} from 'react';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { SendWhenAvailableButton } from './SendWhenAvailable.tsx';
import { SendWhenAvailableContext } from './SendWhenAvailableContext.ts';
import { FormChangesContext } from './useFormChanges.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface SubmitButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  /** Whether the form is being submitted. Default: false. */
  readonly pending?: boolean;
  /** The text of the button while `pending`. Default: its children. */
  readonly pendingLabel?: string;
  /**
   * Whether the form can't be sent for another reason than maintenance. The button keeps its focus, looks as it does during
   * maintenance and sends nothing. Describe the reason with `aria-describedby`. To disable it while there is nothing to
   * save, pass `stored` to `GuardedForm` instead. Default: false.
   */
  readonly disabled?: boolean | undefined;
}

/**
 * The button that submits a form. It is disabled during maintenance and while the form has the stored values.
 *
 * Renders a `<button type="submit" data-slot="submit-button">`, with `data-disabled` while it is disabled and
 * `data-pending` while the form is being submitted. The reason below it is visible during maintenance, and after a
 * press. While disabled the button keeps its focus and its place in the tab order, prevents clicks, Enter and
 * implicit submission, and announces the reason on each press. A `ref` and every other prop go to the button;
 * `disabled` becomes `aria-disabled`.
 */
export const SubmitButton: ForwardRefExoticComponent<SubmitButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function SubmitButton(
    { pending = false, pendingLabel, disabled = false, className, children, onClick, ...rest },
    ref,
  ) {
    const slot = useSlot();
    const { form } = useMessages(fieldsInEnglish);
    const { maintenance } = useMessages(noticesInEnglish);
    const deferrable = useContext(SendWhenAvailableContext);
    const changes = useContext(FormChangesContext);
    const isUnchanged = changes !== undefined && changes.isUnchanged && !pending;
    const [wasExplained, setWasExplained] = useState(false);
    if (wasExplained && !isUnchanged) setWasExplained(false);
    const groupRef = useRef<HTMLDivElement>(null);
    const { isBlocked, reasonId, pressProps } = useGuardedPress({
      // Returns nothing, so that an async handler of the application doesn't block the next press.
      onPress(event: MouseEvent<HTMLButtonElement>) {
        onClick?.(event);
      },
      pending,
      disabled,
      disabledReason: isUnchanged ? form.unchanged : undefined,
    });

    // A browser turns Enter in a field into a click on this button, so one handler prevents both.
    function press(event: MouseEvent<HTMLButtonElement>): void {
      // Your own control may have changed without an event.
      if (isUnchanged && !isBlocked && !disabled && !changes.compare()) {
        onClick?.(event);
        return;
      }
      if (isBlocked && !isUnchanged) deferrable?.want();
      setWasExplained(isUnchanged);
      pressProps.onClick(event);
    }

    return (
      <div {...slot('submit')} ref={groupRef}>
        <button
          {...rest}
          {...slot('submit-button', { disabled: isBlocked || disabled || isUnchanged, pending }, className)}
          {...pressProps}
          aria-describedby={
            clsx(rest['aria-describedby'], (isBlocked || isUnchanged) && reasonId) || undefined
          }
          ref={ref}
          type="submit"
          onClick={press}
        >
          {pending ? (pendingLabel ?? children) : children}
        </button>
        {/* Has its text before it is shown: a maintenance then changes the style of the page, and lays out nothing. */}
        <p {...slot('submit-reason')} id={reasonId} hidden={!isBlocked && !wasExplained}>
          {isUnchanged && !isBlocked ? form.unchanged : maintenance.availableAgain}
        </p>
        {isBlocked && deferrable ? (
          <SendWhenAvailableButton deferrable={deferrable} group={groupRef} />
        ) : null}
      </div>
    );
  });
