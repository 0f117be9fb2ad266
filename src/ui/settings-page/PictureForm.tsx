'use client';

import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { useFieldErrors } from '../form/useFieldErrors.ts';
import { Picture, type PictureProps } from '../layout/Picture.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useSettingsTexts, type SettingsTexts } from './SettingsTexts.ts';
import { usePickedPicture } from './usePickedPicture.ts';

const accepted: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const MEGABYTE = 1024 * 1024;

const editing: Submission = { status: 'editing' };

interface PictureTexts {
  readonly label: string;
  readonly choose: string;
  /** The text about accepted files, with the placeholder `{size}`. */
  readonly hint: string;
  /** The text that replaces the hint while a file is chosen, with the placeholder `{file}`. */
  readonly chosen: string;
  readonly save: string;
  readonly saving: string;
  readonly discard: string;
  readonly remove: string;
}

export interface PictureFormProps extends Pick<PictureProps, 'name' | 'imageUrl' | 'shape'> {
  readonly texts: PictureTexts;
  /** The maximum size of a file, in bytes. Default: 10 MB. */
  readonly maxSize: number | undefined;
  readonly submission: Submission;
  /** The progress of the upload, from 0 to 1. */
  readonly progress: number;
  /** The confirmation of the last change. */
  readonly mark: ReactElement;
  /** Called when the user chooses or discards a file. */
  readonly onEdit: () => void;
  /** Saves the file and resolves to whether that succeeded. */
  readonly onSubmit: (file: File) => Promise<boolean>;
  /** Absent if there is no picture to remove. */
  readonly onRemove?: (() => Promise<unknown>) | undefined;
}

/**
 * Shows a picture. The user can choose another one, preview it, save it, discard it, or remove the current one.
 * Choosing sends nothing, so it stays possible during maintenance, and the chosen file survives a rejection. A file
 * of the wrong type or size is never sent.
 *
 * Renders a `<form data-slot="form">` around an `<input type="file">`.
 */
export function PictureForm({
  texts,
  maxSize = 10 * MEGABYTE,
  submission,
  progress,
  mark,
  onEdit,
  onSubmit,
  onRemove,
  ...picture
}: PictureFormProps): ReactElement {
  const slot = useSlot();
  const { announcer, locale } = useKit();
  const common = useSettingsTexts();
  const [picked, pick] = usePickedPicture();
  const [problem, setProblem] = useState<string>();
  // An error belongs to the file that was sent, not to the next one.
  const [isSent, setIsSent] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);
  const [labelId, noteId] = [useId(), useId()];
  const errors = useFieldErrors(isSent || submission.status !== 'failed' ? submission : editing, ['file']);
  const { status } = errors.submission;
  const apiError = errors.errorOf('file');
  const error = problem ?? apiError;
  const size = inMegabytes(maxSize, locale);

  useEffect(() => {
    if (apiError !== undefined) inputRef.current?.focus();
  }, [apiError]);

  function choose(input: HTMLInputElement): void {
    const file = input.files?.[0];
    const found = file && problemOf(file, maxSize, common);
    const said = found === undefined ? undefined : formatMessage(found, { file: file?.name, size });
    // Lets the user choose the same file again.
    if (said !== undefined) input.value = '';
    change(said === undefined ? file : undefined, said);
    if (said !== undefined) announcer.announce(said, 'assertive');
  }

  function change(file: File | undefined, said?: string): void {
    setIsSent(false);
    setProblem(said);
    pick(file);
  }

  function discard(): void {
    const input = inputRef.current;
    // The file's buttons disappear with it.
    if (input?.form?.contains(document.activeElement)) input.focus();
    if (input) input.value = '';
    change(undefined);
  }

  async function send(): Promise<void> {
    if (!picked) return;
    setIsSent(true);
    if (await onSubmit(picked.file)) discard();
  }

  return (
    <GuardedForm
      draftKey={`picture-${labelId}`}
      labelledBy={labelId}
      submission={errors.submission}
      paused={common.pausedForm}
      onSubmit={() => void send()}
    >
      <div {...slot('picture-form')}>
        <Picture {...picture} imageUrl={picked?.preview ?? picture.imageUrl} size="large" />
        <div {...slot('picture-form-body')}>
          <span {...slot('field-label')} id={labelId}>
            {texts.label}
          </span>
          <span
            {...slot(error === undefined ? 'field-hint' : 'field-error', { chosen: picked !== undefined })}
            id={noteId}
          >
            {error ??
              (picked
                ? formatMessage(texts.chosen, { file: picked.file.name })
                : formatMessage(texts.hint, { size }))}
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
                accept={accepted.join(',')}
                aria-invalid={error !== undefined || undefined}
                aria-describedby={noteId}
                onChange={({ currentTarget }) => {
                  choose(currentTarget);
                  onEdit();
                }}
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
            {mark}
          </div>
        </div>
      </div>
    </GuardedForm>
  );
}

function problemOf({ type, size }: File, maxSize: number, texts: SettingsTexts): string | undefined {
  if (!accepted.includes(type)) return texts.fileType;
  return size > maxSize ? texts.fileTooLarge : undefined;
}

/** Formats a size: "10 MB". */
function inMegabytes(bytes: number, locale: string | undefined): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / MEGABYTE);
}
