'use client';

import { useId, useState, type ReactElement } from 'react';
import type { AuthField } from '../../auth/AuthError.ts';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { textOfError, type Submission } from '../../react/useSubmission.ts';
import { withFieldError } from '../form/fieldErrors.ts';
import { Field } from '../form/Field.tsx';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { SavedMark } from '../form/SavedMark.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { textValue } from '../form/textValue.ts';
import type { OrganizationNames } from './useOrganizationDetails.ts';

export interface NamesFormProps {
  /** The key of the draft. */
  readonly name: string;
  readonly organization: Organization;
  readonly submission: Submission;
  readonly paused: string;
  /** Saves it and resolves to whether that succeeded. */
  readonly onSubmit: (names: OrganizationNames) => Promise<boolean>;
}

/** The form for the name and the URL name, for a user who may change them. */
export function NamesForm({
  name,
  organization,
  submission,
  paused,
  onSubmit,
}: NamesFormProps): ReactElement {
  const slot = useSlot();
  const messages = useMessages();
  const texts = useOrganizationMessages().organizationGeneral;
  const titleId = useId();
  const [isSaved, setIsSaved] = useState(false);
  const shown = withFieldError(submission, organization.slug === undefined ? ['name'] : ['name', 'slug']);
  const error = shown.status === 'failed' ? shown.error : undefined;
  const refusalOf = (field: AuthField): string | undefined =>
    error?.field === field ? textOfError(error, messages) : undefined;

  async function send(values: FormData): Promise<boolean> {
    const slug = values.has('slug') ? { slug: textValue(values, 'slug') } : {};
    const isDone = await onSubmit({ name: textValue(values, 'name'), ...slug });
    setIsSaved(isDone);
    return isDone;
  }

  return (
    <GuardedForm
      name={name}
      labelledBy={titleId}
      submission={shown}
      paused={paused}
      later={formatMessage(texts.saveAction, { name: organization.name })}
      onSubmit={send}
    >
      <span id={titleId} hidden>
        {texts.title}
      </span>
      <div {...slot('page-names')} onInput={() => setIsSaved(false)}>
        <Field
          name="name"
          label={texts.name}
          missingText={texts.nameMissing}
          defaultValue={organization.name}
          autoComplete="off"
          required
          serverError={refusalOf('name')}
        />
        {organization.slug === undefined ? null : (
          <Field
            name="slug"
            label={texts.slug}
            missingText={texts.slugMissing}
            hint={texts.slugHint}
            defaultValue={organization.slug}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            invalidText={texts.slugMismatch}
            required
            serverError={refusalOf('slug')}
          />
        )}
      </div>
      <div {...slot('page-actions')}>
        {isSaved ? <SavedMark>{texts.saved}</SavedMark> : null}
        <button {...slot('button')} type="reset" onClick={() => setIsSaved(false)}>
          {texts.discard}
        </button>
        <SubmitButton pending={submission.status === 'submitting'} pendingLabel={texts.saving}>
          {texts.save}
        </SubmitButton>
      </div>
    </GuardedForm>
  );
}
