'use client';

import type { ReactElement } from 'react';
import type { UserChanges, UserDetails } from '../../auth/UserPort.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { AdditionalFields, readAdditional, type AdditionalField } from '../form/AdditionalFields.tsx';
import { Field } from '../form/Field.tsx';
import type { StoredValues } from '../form/useFormChanges.ts';
import { textValue } from '../form/textValue.ts';
import { SettingsForm, type SettingsFormProps } from '../settings-page/SettingsForm.tsx';
import type { NameField } from './nameFields.ts';

export interface NameFormProps extends Pick<SettingsFormProps, 'submission' | 'mark' | 'onEdit'> {
  readonly user: UserDetails;
  readonly fields: readonly NameField[];
  /** The application's own fields, shown after the names. */
  readonly additionalFields: readonly AdditionalField[];
  readonly onSubmit: (changes: UserChanges) => Promise<boolean>;
}

const autoComplete: Readonly<Record<NameField, string>> = {
  name: 'name',
  firstName: 'given-name',
  lastName: 'family-name',
  username: 'username',
};

/** The form for the names and the application's own fields. */
export function NameForm({ user, fields, additionalFields, onSubmit, ...form }: NameFormProps): ReactElement {
  const { missing } = useMessages(fieldsInEnglish);
  const { userProfile, profileDetails: texts } = useUserProfileMessages();
  return (
    <SettingsForm
      {...form}
      draftKey="profile-details"
      texts={{ ...texts, saving: userProfile.saving }}
      sendWhenAvailable={texts.saveAction}
      stored={storedOf(user, fields, additionalFields)}
      onSubmit={(values) =>
        onSubmit({
          ...changesOf(values, fields, user),
          ...additionalChangesOf(values, additionalFields, user),
        })
      }
    >
      {(errorOf) => (
        <>
          {fields.map((field) => (
            <Field
              key={field}
              name={field}
              label={texts[field]}
              missingText={missing[field]}
              defaultValue={user[field] ?? ''}
              autoComplete={autoComplete[field]}
              required={field === 'name'}
              serverError={errorOf(field)}
              {...(field === 'username' && { autoCapitalize: 'none', spellCheck: false })}
            />
          ))}
          <AdditionalFields fields={additionalFields} values={user.additional} errorOf={errorOf} />
        </>
      )}
    </SettingsForm>
  );
}

function storedOf(
  user: UserDetails,
  fields: readonly NameField[],
  additionalFields: readonly AdditionalField[],
): StoredValues {
  return Object.fromEntries([
    ...fields.map((field) => [field, user[field] ?? ''] as const),
    ...additionalFields.map(({ name }) => [name, lookUp(user.additional ?? {}, name) ?? ''] as const),
  ]);
}

/** Returns the changed names. First and last name are sent together; an unchanged username isn't sent. */
function changesOf(values: FormData, fields: readonly NameField[], user: UserDetails): UserChanges {
  return Object.fromEntries(
    fields
      .map((field) => [field, textValue(values, field).trim()] as const)
      .filter(([field, value]) => field !== 'username' || value !== (user.username ?? '')),
  );
}

/** Returns the additional fields that changed; `undefined` if none did. */
function additionalChangesOf(
  values: FormData,
  fields: readonly AdditionalField[],
  { additional = {} }: UserDetails,
): Pick<UserChanges, 'additional'> {
  const changed = Object.entries(readAdditional(values, fields)).filter(
    ([name, value]) => value !== (lookUp(additional, name) ?? ''),
  );
  return changed.length > 0 ? { additional: Object.fromEntries(changed) } : {};
}
