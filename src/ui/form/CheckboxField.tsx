'use client';

import { Control, Field, Label, ValidityState as Validity } from '@radix-ui/react-form';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import { radixNameOf } from './radixNameOf.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface CheckboxFieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly required?: boolean;
  /** What is said where it is required and not ticked. Default: that the box is to be selected. */
  readonly missing?: string;
  readonly serverError?: string | undefined;
}

/** A box to tick inside a `GuardedForm`. Renders a `<div data-slot="checkbox-field">`. */
export function CheckboxField({
  name,
  label,
  required = false,
  missing,
  serverError,
}: CheckboxFieldProps): ReactElement {
  const slot = useSlot();
  const { field } = useMessages();
  const noteId = useId();
  return (
    <Field name={radixNameOf(name)} serverInvalid={serverError !== undefined} {...slot('checkbox-field')}>
      <Validity>
        {(validity) => {
          const problem = validity?.valid === false ? (missing ?? field.unchecked) : serverError;
          return (
            <>
              <Control
                {...slot('checkbox')}
                type="checkbox"
                required={required}
                aria-invalid={problem !== undefined || undefined}
                aria-describedby={problem === undefined ? undefined : noteId}
                asChild
              >
                <input name={name} />
              </Control>
              <Label {...slot('checkbox-label')}>{label}</Label>
              {problem === undefined ? null : (
                <span {...slot('field-error')} id={noteId}>
                  {problem}
                </span>
              )}
            </>
          );
        }}
      </Validity>
    </Field>
  );
}
