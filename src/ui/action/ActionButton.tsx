'use client';

import { clsx } from 'clsx';
import {
  forwardRef,
  useId,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { errorsInEnglish } from '../../messages/errors.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useAction } from '../../react/useAction.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { submissionErrorOf, textOfError } from '../../react/useSubmission.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionError } from './ActionError.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { DeferredNotice } from './DeferredNotice.tsx';

export interface ActionButtonProps extends Omit<
  ComponentPropsWithoutRef<'button'>,
  'id' | 'type' | 'onClick'
> {
  /** Identifies the action while it is deferred, see `useAction`. Default: unique to each mounted button. */
  readonly id?: string | undefined;
  /** The button's text, for the dialog and the announcements: "Sign out". */
  readonly label: string;
  /** Runs the action. The button shows an error beside it, unless a maintenance was the reason. */
  readonly run: () => Promise<unknown>;
  /** Whether the action may run after maintenance without another press, if the user chooses so. Default: false. */
  readonly canWait?: boolean | undefined;
  /** Called after the action succeeded. */
  readonly onDone?: (() => void) | undefined;
  /** Added to the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** `danger` for an action that deletes something or can't be undone. Default: `neutral`. */
  readonly tone?: 'neutral' | 'danger' | undefined;
  /** The content of the button. Default: its label. */
  readonly children?: ReactNode;
  /**
   * Whether the button is disabled for another reason than maintenance. It keeps its focus and looks as it does during
   * maintenance. Default: false.
   */
  readonly disabled?: boolean | undefined;
}

/**
 * A guarded button outside of a form.
 *
 * Renders a `<button type="button" data-slot="button">`, with `data-disabled` during maintenance and `data-pending`
 * while the action runs. During maintenance it keeps its focus and its place in the tab order, and a press opens a
 * dialog with the reason. Errors of the API appear beside it. A `ref` and every other prop go to the button;
 * `disabled` becomes `aria-disabled`.
 */
export const ActionButton: ForwardRefExoticComponent<ActionButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function ActionButton(
    { id, label, run, canWait, onDone, tone, className, children = label, disabled = false, ...rest },
    ref,
  ) {
    const slot = useSlot();
    const { adapter } = useKit();
    const messages = useMessages(errorsInEnglish);
    const action = useAction(run, { id, label, canWait: canWait ?? false, onDone, api: adapter?.baseUrl });
    const errorId = useId();
    const pending = action.status === 'pending';
    const groupRef = useRef<HTMLSpanElement>(null);
    // Blocked, the action opens the dialog.
    const { perform } = action;
    const { isBlocked, pressProps } = useGuardedPress({
      onPress: perform,
      onBlocked: perform,
      pending,
      disabled,
    });

    return (
      <span {...slot('action')} ref={groupRef}>
        <button
          {...rest}
          {...slot('button', { tone, disabled: isBlocked || disabled, pending }, className)}
          {...pressProps}
          ref={ref}
          type="button"
          aria-label={children === label ? rest['aria-label'] : label}
          aria-haspopup={isBlocked ? 'dialog' : undefined}
          aria-describedby={clsx(rest['aria-describedby'], errorId)}
        >
          {children}
        </button>
        <ActionError id={errorId}>
          {action.error === undefined ? null : textOfError(submissionErrorOf(action.error), messages)}
        </ActionError>
        <DeferredNotice id={action.id} group={groupRef} />
        <ActionDialog />
      </span>
    );
  });
