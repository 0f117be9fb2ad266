'use client';

import { useContext, useId, type ReactElement } from 'react';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useSlot } from '../styling/useSlot.ts';
import { FormChangesContext } from './useFormChanges.ts';

export interface ResetButtonProps {
  readonly onReset: () => void;
  readonly children: string;
}

/** A button that discards the changes of a form. Without changes it is disabled with a reason. */
export function ResetButton({ onReset, children }: ResetButtonProps): ReactElement {
  const slot = useSlot();
  const { announcer } = useKit();
  const messages = useMessages(fieldsInEnglish);
  const isUnchanged = useContext(FormChangesContext)?.isUnchanged === true;
  const reasonId = useId();
  return (
    <>
      <button
        {...slot('button', { disabled: isUnchanged })}
        type="reset"
        aria-disabled={isUnchanged || undefined}
        aria-describedby={isUnchanged ? reasonId : undefined}
        onClick={() => {
          if (isUnchanged) announcer.announce(messages.form.unchanged, 'assertive');
          onReset();
        }}
      >
        {children}
      </button>
      <span id={reasonId} hidden>
        {messages.form.unchanged}
      </span>
    </>
  );
}
