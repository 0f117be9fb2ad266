'use client';

import { Control, Field as FieldRoot, Label, ValidityState as Validity } from '@radix-ui/react-form';
import { cloneElement, useId, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit, type Kit } from '../../react/KitContext.ts';
import { useAppearance } from '../styling/Appearance.tsx';
import { radixNameOf } from './radixNameOf.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface FieldProps extends Omit<ComponentPropsWithRef<'input'>, 'name' | 'children'> {
  /** What the value is sent under, and the draft kept. */
  readonly name: string;
  /** The label above the input. */
  readonly label: ReactNode;
  /** Beside the label: a link, for example. */
  readonly aside?: ReactNode;
  /** Below the input while nothing is wrong with it. */
  readonly hint?: ReactNode;
  /** The API's error about the value. */
  readonly serverError?: string | undefined;
  /** After the input, on top of its end: a button that reveals it, for example. */
  readonly trailing?: ReactNode;
  /** What to say where the value breaks a constraint that has no words of its own: `pattern`, for example. */
  readonly invalidText?: string | undefined;
  /** What to say where the field is `required` and empty: "Enter a project name." Default: a sentence with the label. */
  readonly missingText?: string | undefined;
  /** In place of the input: a `<textarea>`, a `<select>`. It is given everything that the input would have. */
  readonly children?: ReactElement | undefined;
}

/**
 * A labelled input inside a `GuardedForm`. Uncontrolled: what is typed lives in the DOM and outlives every state. It stays
 * editable in maintenance: a draft is welcome.
 *
 * Renders a `<div data-slot="field">` with `<label>`, `<input>` and its error, which describes the input. Native
 * constraints (`required`, `type="email"`, `minLength`) are checked when the field is left and when the form is
 * sent.
 */
export function Field({
  name,
  label,
  aside,
  hint,
  serverError,
  trailing,
  className,
  invalidText,
  missingText,
  children,
  ...input
}: FieldProps): ReactElement {
  const slot = useSlot();
  const kit = useKit();
  const { render } = useAppearance();
  const noteId = useId();
  const isRefused = serverError !== undefined;
  const ownInput: ReactElement<{ name?: string }> = children ?? render?.input ?? <input />;
  return (
    <FieldRoot name={radixNameOf(name)} serverInvalid={isRefused} {...slot('field', {}, className)}>
      <Validity>
        {(validity) => {
          const problem =
            problemOf(validity, { ...input, label, missingText, invalidText }, kit) ?? serverError;
          const note = problem ?? hint;
          const parts = {
            name,
            aside,
            label: <Label {...slot('field-label')}>{label}</Label>,
            control: (
              <div {...slot('field-control')}>
                <Control
                  {...slot('field-input')}
                  aria-invalid={problem !== undefined || undefined}
                  // Set together with the text, so that focusing the field announces its error.
                  aria-describedby={note === undefined ? undefined : noteId}
                  {...input}
                  asChild
                >
                  {cloneElement(ownInput, { name })}
                </Control>
                {trailing}
              </div>
            ),
            note:
              note === undefined ? null : (
                <span {...slot(problem === undefined ? 'field-hint' : 'field-error')} id={noteId}>
                  {note}
                </span>
              ),
          };
          return (
            render?.field?.(parts) ?? (
              <>
                <div {...slot('field-head')}>
                  {parts.label}
                  {parts.aside}
                </div>
                {parts.control}
                {parts.note}
              </>
            )
          );
        }}
      </Validity>
    </FieldRoot>
  );
}

/** The first constraint that the value breaks, in words. */
function problemOf(
  validity: ValidityState | undefined,
  {
    label,
    minLength,
    type,
    missingText,
    invalidText,
  }: Pick<FieldProps, 'label' | 'minLength' | 'type' | 'missingText' | 'invalidText'>,
  { messages: { field }, locale }: Kit,
): string | undefined {
  if (validity === undefined || validity.valid) return undefined;
  if (validity.valueMissing) {
    const name = typeof label === 'string' ? label : undefined;
    return missingText ?? formatMessage(field.valueMissing, { label: name });
  }
  if (validity.typeMismatch && type !== 'url') return field.emailMismatch;
  if (validity.tooShort) return formatMessage(field.tooShort, { count: minLength ?? 1 }, locale);
  return invalidText ?? field.invalid;
}
