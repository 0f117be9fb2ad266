'use client';

import { useId, type ReactElement } from 'react';
import { errorsInEnglish } from '../../messages/errors.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useGuardedMutation } from '../../react/useGuardedMutation.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { submissionErrorOf, textOfError } from '../../react/useSubmission.ts';
import { ActionError } from './ActionError.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface ConfirmActionProps {
  readonly label: string;
  readonly run: () => Promise<unknown>;
  /** Called after the action succeeded. */
  readonly onDone: () => void;
}

/**
 * The confirming button of a dialog. The dialog shows its errors, including a maintenance: a second dialog on top
 * would hide the question.
 */
export function ConfirmAction({ label, run, onDone }: ConfirmActionProps): ReactElement {
  const slot = useSlot();
  const { adapter, announcer } = useKit();
  const messages = useMessages(errorsInEnglish);
  const { mutate, ...state } = useGuardedMutation(run, { api: adapter?.baseUrl });
  const errorId = useId();
  const error = state.status === 'failed' ? state.error : undefined;
  const isRejected = error instanceof SystemUnderMaintenanceError;
  const pending = state.status === 'pending';

  async function confirm(): Promise<void> {
    const settled = await mutate();
    if (settled.status === 'succeeded') onDone();
    else if (settled.status === 'failed' && settled.error instanceof SystemUnderMaintenanceError) {
      announcer.announce(textOfError({ code: 'maintenance_mode' }, messages), 'assertive');
    }
  }
  const { isBlocked, reason, reasonId, pressProps } = useGuardedPress({ onPress: confirm, pending });

  return (
    <span {...slot('action')}>
      <button
        aria-describedby={errorId}
        {...slot('button', { tone: 'danger', disabled: isBlocked, pending })}
        {...pressProps}
        type="button"
      >
        {label}
      </button>
      {isBlocked ? (
        <span {...slot('submit-reason')} id={reasonId}>
          {isRejected ? textOfError({ code: 'maintenance_mode' }, messages) : reason}
        </span>
      ) : null}
      <ActionError id={errorId}>
        {error === undefined || isRejected ? null : textOfError(submissionErrorOf(error), messages)}
      </ActionError>
    </span>
  );
}
