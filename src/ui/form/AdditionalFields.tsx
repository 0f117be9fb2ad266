'use client';

import type { ReactElement } from 'react';
import { lookUp } from '../../protocol/lookUp.ts';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useSlot } from '../styling/useSlot.ts';
import { Field, type FieldProps } from './Field.tsx';
import { textValue } from './textValue.ts';

/** The values of additional fields, by the name of each. */
export type AdditionalValues = Readonly<Record<string, string>>;

/** A field that an application adds to `SignUp` or `UserProfile`: a phone number, for example. */
export interface AdditionalField extends Pick<
  FieldProps,
  | 'label'
  | 'hint'
  | 'autoComplete'
  | 'inputMode'
  | 'placeholder'
  | 'required'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'invalidText'
  | 'children'
> {
  /** The key under which the value is sent: "phoneNumber". It must differ from the names of the kit's own fields. */
  readonly name: string;
  /** Default: "text". */
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'number' | 'date' | undefined;
}

/** The default of `additionalFields`: one list, so that it is the same in every render. */
export const noAdditionalFields: readonly AdditionalField[] = [];

export interface AdditionalFieldsProps {
  readonly fields: readonly AdditionalField[];
  /** The initial values. */
  readonly values?: AdditionalValues | undefined;
  /** Whether optional fields are marked as optional. Default: false. */
  readonly marksOptional?: boolean;
  readonly errorOf: (field: string) => string | undefined;
}

/** Renders the fields that an application adds to a form, in their order. */
export function AdditionalFields({
  fields,
  values,
  marksOptional = false,
  errorOf,
}: AdditionalFieldsProps): ReactElement {
  const slot = useSlot();
  const { details } = useMessages(signUpInEnglish);
  return (
    <>
      {fields.map(({ name, required = false, ...field }) => (
        <Field
          {...field}
          key={name}
          name={name}
          required={required}
          defaultValue={lookUp(values ?? {}, name) ?? ''}
          aside={
            marksOptional && !required ? (
              <span {...slot('field-optional')}>{details.optional}</span>
            ) : undefined
          }
          serverError={errorOf(name)}
        />
      ))}
    </>
  );
}

/** Returns the values of a form's additional fields, by name. */
export function readAdditional(values: FormData, fields: readonly AdditionalField[]): AdditionalValues {
  return Object.fromEntries(fields.map(({ name }) => [name, textValue(values, name).trim()]));
}
