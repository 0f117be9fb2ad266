'use client';

import { useId, type ReactElement, type ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';
import { useValidation } from './useValidation.ts';

export interface CheckboxFieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly required?: boolean;
  /** The error if the box is `required` and not selected. Default: a sentence that asks the user to select it. */
  readonly missing?: string;
  readonly serverError?: string | undefined;
}

/** A checkbox inside a `GuardedForm`. Renders a `<div data-slot="checkbox-field">`. */
export function CheckboxField({
  name,
  label,
  required = false,
  missing,
  serverError,
}: CheckboxFieldProps): ReactElement {
  const slot = useSlot();
  const [id, noteId] = [useId(), useId()];
  const { error, fieldProps } = useValidation({ serverError, missingText: missing });
  return (
    <div {...slot('checkbox-field', { invalid: error !== undefined })} {...fieldProps}>
      <input
        {...slot('checkbox')}
        type="checkbox"
        id={id}
        name={name}
        required={required}
        title=""
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : noteId}
      />
      <label {...slot('checkbox-label')} htmlFor={id}>
        {label}
      </label>
      {error === undefined ? null : (
        <span {...slot('field-error')} id={noteId}>
          {error}
        </span>
      )}
    </div>
  );
}
