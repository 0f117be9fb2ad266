'use client';

import { useId, useState, type ReactElement } from 'react';
import type { UserChanges, UserDetails } from '../../auth/UserPort.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { textOfError, type Submission } from '../../react/useSubmission.ts';
import { AdditionalFields, readAdditional, type AdditionalField } from '../form/AdditionalFields.tsx';
import { withFieldError } from '../form/fieldErrors.ts';
import { Field } from '../form/Field.tsx';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { SavedMark } from '../form/SavedMark.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { textValue } from '../form/textValue.ts';
import type { NameField } from './nameFields.ts';

export interface NameFormProps {
  readonly user: UserDetails;
  readonly fields: readonly NameField[];
  /** The application's own fields. They follow the names. */
  readonly additionalFields: readonly AdditionalField[];
  readonly submission: Submission;
  readonly onSubmit: (changes: UserChanges) => Promise<boolean>;
}

const autoComplete: Readonly<Record<NameField, string>> = {
  name: 'name',
  firstName: 'given-name',
  lastName: 'family-name',
  username: 'username',
};

/** The names, with what they are at the moment filled in. */
export function NameForm({
  user,
  fields,
  additionalFields,
  submission,
  onSubmit,
}: NameFormProps): ReactElement {
  const slot = useSlot();
  const messages = useMessages();
  const { userProfile, profileDetails: texts } = useUserProfileMessages();
  const labelId = useId();
  const [isSaved, setIsSaved] = useState(false);
  const shown = withFieldError(submission, [...fields, ...additionalFields.map(({ name }) => name)]);
  const error = shown.status === 'failed' ? shown.error : undefined;
  const errorOf = (field: string): string | undefined =>
    error?.field === field ? textOfError(error, messages) : undefined;

  async function send(values: FormData): Promise<boolean> {
    const isDone = await onSubmit({
      ...changesOf(values, fields, user),
      ...additionalChangesOf(values, additionalFields, user),
    });
    setIsSaved(isDone);
    return isDone;
  }

  return (
    <GuardedForm
      name="profile-details"
      labelledBy={labelId}
      submission={shown}
      paused={userProfile.pausedForm}
      later={texts.saveAction}
      onSubmit={send}
    >
      <span {...slot('visually-hidden')} id={labelId}>
        {texts.title}
      </span>
      <div {...slot('page-names')} onInput={() => setIsSaved(false)}>
        {fields.map((field) => (
          <Field
            key={field}
            name={field}
            label={texts[field]}
            missingText={messages.missing[field]}
            defaultValue={user[field] ?? ''}
            autoComplete={autoComplete[field]}
            required={field === 'name'}
            serverError={errorOf(field)}
            {...(field === 'username' && { autoCapitalize: 'none', spellCheck: false })}
          />
        ))}
        <AdditionalFields fields={additionalFields} values={user.additional} errorOf={errorOf} />
      </div>
      <div {...slot('page-actions')}>
        {isSaved ? <SavedMark>{texts.saved}</SavedMark> : null}
        <button {...slot('button')} type="reset" onClick={() => setIsSaved(false)}>
          {texts.discard}
        </button>
        <SubmitButton pending={submission.status === 'submitting'} pendingLabel={userProfile.saving}>
          {texts.save}
        </SubmitButton>
      </div>
    </GuardedForm>
  );
}

/** First and last name go together; a username that stays as it is is not sent. */
function changesOf(values: FormData, fields: readonly NameField[], user: UserDetails): UserChanges {
  return Object.fromEntries(
    fields
      .map((field) => [field, textValue(values, field).trim()] as const)
      .filter(([field, value]) => field !== 'username' || value !== (user.username ?? '')),
  );
}

/** The additional fields that changed, where any did. */
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
