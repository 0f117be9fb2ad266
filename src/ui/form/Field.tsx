'use client';

import { clsx } from 'clsx';
import { cloneElement, useId, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import { useAppearance } from '../styling/Appearance.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { mergeProps, type ElementProps } from './mergeProps.ts';
import { useValidation } from './useValidation.ts';

export interface FieldProps extends Omit<ComponentPropsWithRef<'input'>, 'name' | 'children'> {
  /** The key of the value in the submitted `FormData`, and in the draft. */
  readonly name: string;
  /** The label above the input. */
  readonly label: ReactNode;
  /** Content beside the label: a link, for example. */
  readonly aside?: ReactNode;
  /** Text below the input, unless an error is shown there. */
  readonly hint?: ReactNode;
  /** The API's error about the value. It disappears when the user enters another value. */
  readonly serverError?: string | undefined;
  /** Content on top of the input's end: a button that reveals it, for example. */
  readonly trailing?: ReactNode;
  /**
   * The error of a value that breaks `pattern`, `type`, `min`, `max` or `step`: "Use lowercase letters." Default: a
   * sentence about the constraint.
   */
  readonly invalidText?: string | undefined;
  /** The error of a field that is `required` and empty: "Enter a project name." Default: a sentence with the label. */
  readonly missingText?: string | undefined;
  /** Replaces the input: a `<textarea>`, a `<select>`. It receives all props of the input. */
  readonly children?: ReactElement | undefined;
}

/**
 * A labeled input inside a `GuardedForm`. It is uncontrolled, so its text survives every state of the service. It stays
 * editable during maintenance.
 *
 * The browser's constraints (`required`, `type="email"`, `minLength`, `setCustomValidity`) are checked when the form is
 * submitted, and the first invalid field gets the focus. After that an error disappears as soon as the user corrects it.
 *
 * Renders a `<div data-slot="field">`, with `data-invalid` while it shows an error, around `<label>`, `<input>` and the
 * error, which describes the input.
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
  const { render } = useAppearance();
  const [ownId, noteId] = [useId(), useId()];
  const { error, fieldProps } = useValidation({ serverError, invalidText, missingText });
  const element = (children ?? render?.input ?? <input />) as ReactElement<ElementProps>;
  // Without a title, the browser shows its own text about a constraint when the pointer rests on the input.
  const added = { ...slot('field-input'), title: '', id: ownId, ...input };
  const props: ElementProps = mergeProps(added, element.props);
  const note = error ?? hint;
  const parts = {
    name,
    aside,
    label: (
      <label {...slot('field-label')} htmlFor={String(props['id'])}>
        {label}
      </label>
    ),
    control: (
      <div {...slot('field-control')}>
        {cloneElement(element, {
          ...props,
          name,
          'aria-invalid': error !== undefined || props['aria-invalid'],
          // Set together with the text, so that focusing the field announces its error.
          'aria-describedby': clsx(input['aria-describedby'], note !== undefined && noteId) || undefined,
        })}
        {trailing}
      </div>
    ),
    note:
      note === undefined ? null : (
        <span {...slot(error === undefined ? 'field-hint' : 'field-error')} id={noteId}>
          {note}
        </span>
      ),
  };
  return (
    <div {...slot('field', { invalid: error !== undefined }, className)} {...fieldProps}>
      {render?.field?.(parts) ?? (
        <>
          <div {...slot('field-head')}>
            {parts.label}
            {parts.aside}
          </div>
          {parts.control}
          {parts.note}
        </>
      )}
    </div>
  );
}
