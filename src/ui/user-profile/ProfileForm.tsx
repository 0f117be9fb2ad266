'use client';

import { useId, type ReactElement, type ReactNode } from 'react';
import type { AuthField } from '../../auth/AuthError.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { textOfError, type Submission } from '../../react/useSubmission.ts';
import { withFieldError } from '../form/fieldErrors.ts';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SubmitButton } from '../form/SubmitButton.tsx';

export interface ProfileFormProps {
  /** The key of the draft. */
  readonly name: string;
  readonly title: string;
  readonly text?: ReactNode;
  readonly submission: Submission;
  /** The fields that show a refusal. A refusal about any other field is shown above all of them. */
  readonly fields: readonly AuthField[];
  readonly submit: string;
  readonly submitting: string;
  /** What is sent cannot be undone. Default: false. */
  readonly isDangerous?: boolean;
  readonly onSubmit: (values: FormData) => void;
  readonly onCancel: () => void;
  /** At the start of the line of buttons. */
  readonly aside?: ReactNode;
  /** The fields, given a function that returns the API's error of each. */
  readonly children: (refusalOf: (field: AuthField) => string | undefined) => ReactNode;
}

/**
 * A form that opens in place, in a frame of its own, and is closed again. The focus goes to its first field when it
 * appears.
 */
export function ProfileForm({
  name,
  title,
  text,
  submission,
  fields,
  submit,
  submitting,
  isDangerous = false,
  onSubmit,
  onCancel,
  aside,
  children,
}: ProfileFormProps): ReactElement {
  const slot = useSlot();
  const messages = useMessages();
  const { userProfile } = useUserProfileMessages();
  const titleId = useId();
  const shown = withFieldError(submission, fields);
  const error = shown.status === 'failed' ? shown.error : undefined;

  return (
    <div {...slot('page-form', { danger: isDangerous, autofocus: true })}>
      <h4 {...slot('page-form-title')} id={titleId}>
        {title}
      </h4>
      {text === undefined ? null : <p {...slot('page-form-text')}>{text}</p>}
      <GuardedForm
        name={name}
        labelledBy={titleId}
        submission={shown}
        paused={userProfile.pausedForm}
        onSubmit={onSubmit}
      >
        <div {...slot('fields')}>
          {children((field) => (error?.field === field ? textOfError(error, messages) : undefined))}
        </div>
        <div {...slot('page-actions')}>
          {aside === undefined ? null : <span {...slot('page-aside')}>{aside}</span>}
          <button {...slot('button')} type="button" onClick={onCancel}>
            {userProfile.cancel}
          </button>
          <SubmitButton pending={submission.status === 'submitting'} pendingLabel={submitting}>
            {submit}
          </SubmitButton>
        </div>
      </GuardedForm>
    </div>
  );
}
