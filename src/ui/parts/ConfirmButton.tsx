'use client';

import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { ActionButton } from './ActionButton.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { useSlot } from './slot.ts';

export interface ConfirmButtonProps {
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
}

/**
 * An action that cannot be undone: it asks first, in a dialog whose button is guarded too. It never waits for the
 * end of a maintenance, and asks anew afterwards.
 *
 * Renders a `<button type="button" data-slot="button">`, with `data-closed` in maintenance: it keeps its focus and
 * its place in the tab order, and a press opens the dialog that says what was not done.
 */
export function ConfirmButton({
  label,
  title,
  text,
  confirm,
  run,
  onDone,
  className,
  children = label,
}: ConfirmButtonProps): ReactElement {
  const slot = useSlot();
  const { deferredActions, messages } = useKit();
  const isClosed = useMaintenance(({ status }) => status === 'maintenance');
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const close = (): void => setIsAsking(false);

  return (
    <span {...slot('action')}>
      <button
        {...slot('button', { tone: 'danger', closed: isClosed }, className)}
        type="button"
        aria-label={children === label ? undefined : label}
        aria-disabled={isClosed || undefined}
        aria-haspopup="dialog"
        onClick={() =>
          isClosed ? deferredActions.explain({ id, label, canWait: false, run }) : setIsAsking(true)
        }
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
}
