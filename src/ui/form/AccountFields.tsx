'use client';

import type { ReactElement } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useMessages } from '../../react/KitContext.ts';
import { isAsked, type AccountNeeds } from './accountNeeds.ts';
import { AdditionalFields, type AdditionalField, type AdditionalValues } from './AdditionalFields.tsx';
import { Field } from './Field.tsx';
import { LegalConsent } from './LegalConsent.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface AccountFieldsProps {
  readonly needs: AccountNeeds;
  readonly minPasswordLength: number;
  readonly legal: Pick<AuthOptions['signUp'], 'termsUrl' | 'privacyUrl'> | undefined;
  /** The application's own fields, shown between the kit's fields and the terms. */
  readonly additionalFields: readonly AdditionalField[];
  /** The values of these fields from an earlier step. */
  readonly additionalValues?: AdditionalValues | undefined;
  readonly errorOf: (field: string) => string | undefined;
}

/** Renders the fields of an account that `needs` names, in the usual order. */
export function AccountFields({
  needs,
  minPasswordLength,
  legal,
  additionalFields,
  additionalValues,
  errorOf,
}: AccountFieldsProps): ReactElement {
  const slot = useSlot();
  const { signUp, details } = useMessages(signUpInEnglish);
  const { missing } = useMessages(fieldsInEnglish);

  function textField(
    name: 'name' | 'firstName' | 'lastName' | 'username' | 'email',
    label: string,
    autoComplete: string,
  ): ReactElement | null {
    if (!isAsked(needs, name)) return null;
    const isRequired = needs[name] === 'required';
    return (
      <Field
        name={name}
        label={label}
        missingText={missing[name]}
        autoComplete={autoComplete}
        required={isRequired}
        aside={isRequired ? undefined : <span {...slot('field-optional')}>{details.optional}</span>}
        serverError={errorOf(name)}
        {...(name === 'email' && { type: 'email' })}
        {...(name === 'username' && { autoCapitalize: 'none', spellCheck: false })}
      />
    );
  }

  const firstName = textField('firstName', details.firstName, 'given-name');
  const lastName = textField('lastName', details.lastName, 'family-name');
  return (
    <>
      {textField('name', signUp.name, 'name')}
      {firstName && lastName ? (
        <div {...slot('field-row')}>
          {firstName}
          {lastName}
        </div>
      ) : (
        (firstName ?? lastName)
      )}
      {textField('username', details.username, 'username')}
      {textField('email', signUp.email, 'email')}
      {isAsked(needs, 'password') ? (
        <NewPasswordField
          name="password"
          label={signUp.password}
          required={needs.password === 'required'}
          minLength={minPasswordLength}
          serverError={errorOf('password')}
        />
      ) : null}
      <AdditionalFields fields={additionalFields} values={additionalValues} marksOptional errorOf={errorOf} />
      {isAsked(needs, 'legalConsent') ? (
        <LegalConsent
          termsUrl={legal?.termsUrl}
          privacyUrl={legal?.privacyUrl}
          serverError={errorOf('legalConsent')}
        />
      ) : null}
    </>
  );
}
