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
import { actionsInEnglish } from '../../messages/actions.ts';
import { useDeferredActions } from '../../react/useDeferredActions.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { ConfirmAction } from './ConfirmAction.tsx';
import { Dialog } from './Dialog.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface ConfirmButtonProps extends Omit<
  ComponentPropsWithoutRef<'button'>,
  'title' | 'type' | 'onClick'
> {
  /** The text of the button that opens the dialog: "Delete account". */
  readonly label: string;
  /** The question, as the title of the dialog. */
  readonly title: string;
  /** What the user loses. */
  readonly text: ReactNode;
  /** The text of the button that confirms. */
  readonly confirm: string;
  /** Runs the action after the user confirmed it. The dialog shows an error. */
  readonly run: () => Promise<unknown>;
  /** Called after the action succeeded and the dialog closed. */
  readonly onDone?: (() => void) | undefined;
  /** Added to the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** `danger` for an action that deletes something or can't be undone. Default: `danger`. */
  readonly tone?: 'neutral' | 'danger' | undefined;
  /** The content of the button that opens the dialog. Default: its label. */
  readonly children?: ReactNode;
  /**
   * Whether the button is disabled for another reason than maintenance. It keeps its focus and looks as it does during
   * maintenance. Default: false.
   */
  readonly disabled?: boolean | undefined;
}

/**
 * A button for an action that can't be undone. It opens a dialog for confirmation, whose button is guarded too. A
 * maintenance that begins while the dialog is open is shown in that dialog. The action is never deferred.
 *
 * Renders a `<button type="button" data-slot="button">`, with `data-disabled` during maintenance: it keeps its focus
 * and its place in the tab order, and a press opens a dialog with the reason. A `ref` and every other prop go to the
 * button; `disabled` becomes `aria-disabled`.
 */
export const ConfirmButton: ForwardRefExoticComponent<ConfirmButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function ConfirmButton(
    {
      label,
      title,
      text,
      confirm,
      run,
      onDone,
      tone = 'danger',
      className,
      children = label,
      disabled = false,
      ...rest
    },
    ref,
  ) {
    const slot = useSlot();
    const deferredActions = useDeferredActions();
    const messages = useMessages(actionsInEnglish);
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
          {...slot('button', { tone, disabled: isBlocked || disabled }, className)}
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
            <ConfirmAction
              label={confirm}
              run={run}
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
