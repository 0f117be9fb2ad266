'use client';

import { useEffect, useRef, useState, type RefObject, type SyntheticEvent } from 'react';
import { isFromDraft } from '../../react/draftFields.ts';
import { elementsOf, firstInvalidOf, isFormControl, listenTo } from '../../react/formElement.ts';
import { useKit } from '../../react/KitContext.ts';
import { problemOf, textOfProblem, type FieldProblem, type ProblemTexts } from './fieldProblem.ts';

export interface ValidationOptions extends ProblemTexts {
  /** The API's error about the value. It disappears when the user enters another value. */
  readonly serverError: string | undefined;
}

export interface Validation {
  /** The error to show. */
  readonly error: string | undefined;
  /** Props for the element around the control, its label and its error. */
  readonly fieldProps: {
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly onInvalid: (event: SyntheticEvent) => void;
    readonly onInput?: (event: SyntheticEvent) => void;
    readonly onChange?: (event: SyntheticEvent) => void;
  };
}

/**
 * Checks a field with the constraints of its control when the form is submitted, and focuses the first invalid field.
 * From then until a submission succeeds, it also checks the field as the user edits it. It never checks on blur: an
 * error that appears between press and release would move the pressed button away.
 */
export function useValidation({ serverError, ...texts }: ValidationOptions): Validation {
  const kit = useKit();
  const ref = useRef<HTMLDivElement>(null);
  /** Whether a constraint stopped the last submission of the form. */
  const [hasFailed, setHasFailed] = useState(false);
  const [problem, setProblem] = useState<FieldProblem>();
  const [server, setServer] = useState({ error: serverError, isEdited: false });
  if (server.error !== serverError) setServer({ error: serverError, isEdited: false });
  const isRejected = problem === undefined && serverError !== undefined && !server.isEdited;

  useEffect(() => {
    const form = ref.current?.closest('form');
    if (!form) return undefined;
    const settle = (): void => {
      setHasFailed(false);
      setProblem(undefined);
    };
    const fail = (): void => setHasFailed(true);
    const reset = (): void => {
      settle();
      setServer(dismissed);
    };
    const stops = [
      listenTo(form, 'invalid', fail, { capture: true }),
      listenTo(form, 'submit', settle, { capture: true }),
      listenTo(form, 'reset', reset),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    if (isRejected) focusIfFirst(ref.current);
  }, [isRejected]);

  function showProblem(event: SyntheticEvent): void {
    const { target: control } = event;
    if (!isFormControl(control)) return;
    // The field shows the error instead of the browser.
    event.preventDefault();
    setProblem(problemOf(control));
    if (control.form && firstInvalidOf(control.form) === control) control.focus();
  }

  function edit({ target: control, nativeEvent }: SyntheticEvent): void {
    if (!isFormControl(control)) return;
    // The kit clears a rejected password. Its error stays until the user enters another one.
    if (control.value !== '' && !isFromDraft(nativeEvent)) setServer(dismissed);
    if (hasFailed) setProblem(problemOf(control));
  }

  return {
    error: problem ? textOfProblem(problem, texts, kit) : isRejected ? serverError : undefined,
    fieldProps: {
      ref,
      onInvalid: showProblem,
      // Without an error, a key press means nothing here. React sets a field again for each `onChange` above it.
      ...((hasFailed || isRejected) && { onInput: edit, onChange: edit }),
    },
  };
}

interface ServerError {
  readonly error: string | undefined;
  readonly isEdited: boolean;
}

/** Returns the same object if nothing changes, so that a key press renders nothing. */
function dismissed(server: ServerError): ServerError {
  return server.error === undefined || server.isEdited ? server : { ...server, isEdited: true };
}

function focusIfFirst(field: HTMLElement | null): void {
  const control = field?.querySelector('[aria-invalid="true"]');
  if (!isFormControl(control)) return;
  const first = control.form && elementsOf(control.form).find(isMarkedInvalid);
  if (!first || first === control) control.focus();
}

function isMarkedInvalid(element: Element): boolean {
  return element.getAttribute('aria-invalid') === 'true';
}
