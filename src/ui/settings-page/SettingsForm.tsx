'use client';

import { useId, type ReactElement, type ReactNode } from 'react';
import type { Submission } from '../../react/useSubmission.ts';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { ResetButton } from '../form/ResetButton.tsx';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { useFieldErrors } from '../form/useFieldErrors.ts';
import type { StoredValues } from '../form/useFormChanges.ts';
import { useSlot } from '../styling/useSlot.ts';
import { useSettingsTexts } from './SettingsTexts.ts';

export interface SettingsFormProps {
  /** The key of the draft. */
  readonly draftKey: string;
  readonly texts: {
    /** The accessible name of the form. */
    readonly title: string;
    readonly discard: string;
    readonly save: string;
    readonly saving: string;
  };
  /** The label for saving after maintenance. */
  readonly sendWhenAvailable: string;
  readonly submission: Submission;
  /** The stored values, by field. An error of any other field is shown above all of them. */
  readonly stored: StoredValues;
  /** The confirmation of the last save, beside the button. */
  readonly mark: ReactElement;
  /** Called when the user edits or discards the form. */
  readonly onEdit: () => void;
  /** Saves the values and resolves to whether that succeeded. */
  readonly onSubmit: (values: FormData) => Promise<boolean>;
  /** The fields, as a function of `errorOf`, which returns the API's error of a field. */
  readonly children: (errorOf: (field: string) => string | undefined) => ReactNode;
}

/** A form that stays on the page and contains the current values. */
export function SettingsForm({
  draftKey,
  texts,
  sendWhenAvailable,
  submission,
  stored,
  mark,
  onEdit,
  onSubmit,
  children,
}: SettingsFormProps): ReactElement {
  const slot = useSlot();
  const { pausedForm } = useSettingsTexts();
  const titleId = useId();
  const errors = useFieldErrors(submission, Object.keys(stored));

  return (
    <GuardedForm
      draftKey={draftKey}
      labelledBy={titleId}
      submission={errors.submission}
      paused={pausedForm}
      sendWhenAvailable={sendWhenAvailable}
      stored={stored}
      onSubmit={onSubmit}
    >
      <span id={titleId} hidden>
        {texts.title}
      </span>
      <div {...slot('page-names')} onInput={onEdit}>
        {children(errors.errorOf)}
      </div>
      <div {...slot('page-actions')}>
        {mark}
        <ResetButton onReset={onEdit}>{texts.discard}</ResetButton>
        <SubmitButton pending={submission.status === 'submitting'} pendingLabel={texts.saving}>
          {texts.save}
        </SubmitButton>
      </div>
    </GuardedForm>
  );
}
