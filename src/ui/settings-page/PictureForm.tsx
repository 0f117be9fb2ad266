'use client';

import { useId, useRef, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { useFieldErrors } from '../form/useFieldErrors.ts';
import { Picture, type PictureProps } from '../layout/Picture.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useSettingsTexts } from './SettingsTexts.ts';
import { usePickedPicture } from './usePickedPicture.ts';

interface PictureTexts {
  readonly label: string;
  readonly choose: string;
  /** What is accepted. */
  readonly hint: string;
  /** In place of the hint, while a file is picked: `{file}`. */
  readonly chosen: string;
  readonly save: string;
  readonly saving: string;
  readonly discard: string;
  readonly remove: string;
}

export interface PictureFormProps extends Pick<PictureProps, 'name' | 'imageUrl' | 'shape'> {
  readonly texts: PictureTexts;
  readonly submission: Submission;
  /** The progress of the upload, from 0 to 1. */
  readonly progress: number;
  /** Saves it and resolves to whether that succeeded. */
  readonly onSubmit: (file: File) => Promise<boolean>;
  /** Left out where there is nothing to remove. */
  readonly onRemove?: (() => Promise<unknown>) | undefined;
}

const accepted = 'image/png,image/jpeg,image/gif,image/webp';

/**
 * A picture, and what can be done with it: pick another, look at it, save it, discard it, remove the one that is
 * there. Picking is no change yet, so it stays possible in maintenance; what was picked outlives a rejection.
 *
 * Renders a `<form data-slot="form">` around an `<input type="file">`.
 */
export function PictureForm({
  texts,
  submission,
  progress,
  onSubmit,
  onRemove,
  ...picture
}: PictureFormProps): ReactElement {
  const slot = useSlot();
  const { pausedForm } = useSettingsTexts();
  const [picked, pick] = usePickedPicture();
  const inputRef = useRef<HTMLInputElement>(null);
  const [labelId, noteId] = [useId(), useId()];
  const { status } = submission;
  const errors = useFieldErrors(submission, ['file']);
  const error = errors.errorOf('file');

  function discard(): void {
    const input = inputRef.current;
    // The buttons that belong to the file go away with it.
    if (input?.form?.contains(document.activeElement)) input.focus();
    if (input) input.value = '';
    pick(undefined);
  }

  async function send(): Promise<void> {
    if (picked && (await onSubmit(picked.file))) discard();
  }

  return (
    <GuardedForm
      name={`picture-${labelId}`}
      labelledBy={labelId}
      submission={errors.submission}
      paused={pausedForm}
      onSubmit={() => void send()}
    >
      <div {...slot('picture-form')}>
        <Picture {...picture} imageUrl={picked?.preview ?? picture.imageUrl} size="large" />
        <div {...slot('picture-form-body')}>
          <span {...slot('field-label')} id={labelId}>
            {texts.label}
          </span>
          <span {...slot(error ? 'field-error' : 'field-hint', { chosen: picked !== undefined })} id={noteId}>
            {error ?? (picked ? formatMessage(texts.chosen, { file: picked.file.name }) : texts.hint)}
          </span>
          {status === 'submitting' ? (
            <progress {...slot('progress')} value={progress} aria-label={texts.saving} />
          ) : null}
          <div {...slot('picture-form-actions')}>
            <label {...slot('file-button')}>
              <input
                {...slot('file-input')}
                ref={inputRef}
                type="file"
                name="file"
                accept={accepted}
                aria-describedby={noteId}
                onChange={({ currentTarget }) => pick(currentTarget.files?.[0])}
              />
              {texts.choose}
            </label>
            {picked ? (
              <>
                <SubmitButton pending={status === 'submitting'} pendingLabel={texts.saving}>
                  {texts.save}
                </SubmitButton>
                <button {...slot('button')} type="button" onClick={discard}>
                  {texts.discard}
                </button>
              </>
            ) : onRemove ? (
              <ActionButton label={texts.remove} run={onRemove} onDone={() => inputRef.current?.focus()} />
            ) : null}
          </div>
        </div>
      </div>
    </GuardedForm>
  );
}
