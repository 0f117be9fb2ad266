'use client';

import {
  forwardRef,
  useId,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { useKit } from '../../react/KitContext.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { ActionButton } from './ActionButton.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface ConfirmButtonProps extends Omit<
  ComponentPropsWithoutRef<'button'>,
  'title' | 'type' | 'onClick'
> {
  /** What the button that asks says: "Delete account". */
  readonly label: string;
  /** The question. */
  readonly title: string;
  /** What would be gone. */
  readonly text: ReactNode;
  /** What the button that does it says. */
  readonly confirm: string;
  /** Does it, once it was confirmed. A rejection is told in the dialog. */
  readonly run: () => Promise<unknown>;
  /** Called when it was done and the dialog is closed. */
  readonly onDone?: (() => void) | undefined;
  /** Beside the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** What the button that asks shows. Default: its label. */
  readonly children?: ReactNode;
  /** Nothing can be done with it now, maintenance apart. It keeps its focus and looks as it does in maintenance. */
  readonly disabled?: boolean | undefined;
}

/**
 * An action that cannot be undone: it asks first, in a dialog whose button is guarded too. It never waits for the
 * end of a maintenance, and asks anew afterwards.
 *
 * Renders a `<button type="button" data-slot="button">`, with `data-disabled` in maintenance: it keeps its focus and
 * its place in the tab order, and a press opens the dialog that says what was not done.
 * A `ref` and every other prop go to the button; `disabled` becomes `aria-disabled`.
 */
export const ConfirmButton: ForwardRefExoticComponent<ConfirmButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function ConfirmButton(
    { label, title, text, confirm, run, onDone, className, children = label, disabled = false, ...rest },
    ref,
  ) {
    const slot = useSlot();
    const { deferredActions, messages } = useKit();
    const id = useId();
    const [isAsking, setIsAsking] = useState(false);
    const close = (): void => setIsAsking(false);

    const { isBlocked, pressProps } = useGuardedPress({
      onPress: () => setIsAsking(true),
      onBlocked: () => deferredActions.explain({ id, label, canWait: false, run }),
      disabled,
    });

    return (
      <span {...slot('action')}>
        <button
          {...rest}
          {...slot('button', { tone: 'danger', disabled: isBlocked || disabled }, className)}
          {...pressProps}
          ref={ref}
          type="button"
          aria-label={children === label ? rest['aria-label'] : label}
          aria-haspopup="dialog"
        >
          {children}
        </button>
        {isAsking ? (
          <Dialog title={title} text={text} cancel={messages.actions.cancel} onClose={close}>
            <ActionButton
              label={confirm}
              run={run}
              className="mk-button-danger"
              onDone={() => {
                close();
                onDone?.();
              }}
            />
          </Dialog>
        ) : null}
        <ActionDialog />
      </span>
    );
  });
