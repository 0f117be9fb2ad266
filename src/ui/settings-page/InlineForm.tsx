'use client';

import { useId, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { Submission } from '../../react/useSubmission.ts';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { useFieldErrors } from '../form/useFieldErrors.ts';
import { useSlot } from '../styling/useSlot.ts';
import { useSettingsTexts } from './SettingsTexts.ts';

export interface InlineFormProps {
  /** The key of the draft. */
  readonly draftKey: string;
  readonly title: string;
  readonly text?: ReactNode;
  readonly submission: Submission;
  /** The names of the fields. An error of any other field is shown above all of them. */
  readonly fields: readonly string[];
  readonly submit: string;
  readonly submitting: string;
  /** Whether submitting can't be undone. Default: false. */
  readonly isDangerous?: boolean;
  readonly onSubmit: (values: FormData) => void;
  readonly onCancel: () => void;
  /** Content at the start of the line of buttons. */
  readonly aside?: ReactNode;
  /** The fields, as a function of `errorOf`, which returns the API's error of a field. */
  readonly children: (errorOf: (field: string) => string | undefined) => ReactNode;
}

/** A form that opens in place, in a frame. Its first field receives the focus when it appears. */
export function InlineForm({
  draftKey,
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
}: InlineFormProps): ReactElement {
  const slot = useSlot();
  const texts = useSettingsTexts();
  const titleId = useId();
  const errors = useFieldErrors(submission, fields);

  function cancel({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
    // Clears the draft, so that the next deletion is confirmed again. The form may unmount before the press resets
    // it.
    if (isDangerous) currentTarget.form?.reset();
    onCancel();
  }

  return (
    <div {...slot('page-form', { danger: isDangerous, autofocus: true })}>
      <h4 {...slot('page-form-title')} id={titleId}>
        {title}
      </h4>
      {text === undefined ? null : <p {...slot('page-form-text')}>{text}</p>}
      <GuardedForm
        draftKey={draftKey}
        labelledBy={titleId}
        submission={errors.submission}
        paused={texts.pausedForm}
        onSubmit={onSubmit}
      >
        <div {...slot('fields')}>{children(errors.errorOf)}</div>
        <div {...slot('page-actions')}>
          {aside === undefined ? null : <span {...slot('page-aside')}>{aside}</span>}
          <button {...slot('button')} type={isDangerous ? 'reset' : 'button'} onClick={cancel}>
            {texts.cancel}
          </button>
          <SubmitButton pending={submission.status === 'submitting'} pendingLabel={submitting}>
            {submit}
          </SubmitButton>
        </div>
      </GuardedForm>
    </div>
  );
}
