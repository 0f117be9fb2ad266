'use client';

import { useRef, type ReactElement } from 'react';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { withFieldError } from '../form/fieldErrors.ts';
import { Field } from '../form/Field.tsx';
import { FormCard, type FormCardAppearance } from '../form/FormCard.tsx';
import { textValue } from '../form/textValue.ts';
import { proposeSlug } from './proposeSlug.ts';
import type { NewOrganization } from './useCreateOrganization.ts';

export interface CreateOrganizationViewProps extends FormCardAppearance {
  /** The key of the draft. */
  readonly draftKey: string;
  /** Whether organizations have a URL name. */
  readonly hasSlug: boolean;
  readonly submission: Submission;
  readonly onSubmit: (details: NewOrganization) => void;
}

/** The form that creates an organization (presentational). */
export function CreateOrganizationView({
  hasSlug,
  submission,
  onSubmit,
  ...card
}: CreateOrganizationViewProps): ReactElement {
  const { createOrganization: texts, organizationGeneral: names } = useOrganizationMessages();
  /** The name before the latest keystroke. */
  const before = useRef('');

  /** Proposes a URL name for the name until the user edits it. */
  function propose({ value, form }: HTMLInputElement): void {
    const slug = form?.elements.namedItem('slug');
    const proposed = proposeSlug(before.current);
    before.current = value;
    if (!(slug instanceof HTMLInputElement) || (slug.value !== '' && slug.value !== proposed)) return;
    slug.value = proposeSlug(value);
    // The draft listens to `input`.
    slug.dispatchEvent(new Event('input', { bubbles: true }));
  }

  return (
    <FormCard
      {...card}
      texts={texts}
      submission={withFieldError(submission, hasSlug ? ['name', 'slug'] : ['name'])}
      onSubmit={(values) => {
        const slug = textValue(values, 'slug');
        onSubmit({ name: textValue(values, 'name').trim(), ...(slug && { slug }) });
      }}
    >
      {(errorOf) => (
        <>
          <Field
            name="name"
            label={texts.name}
            missingText={names.nameMissing}
            autoComplete="organization"
            required
            onFocus={({ currentTarget }) => {
              before.current = currentTarget.value;
            }}
            onChange={({ currentTarget }) => propose(currentTarget)}
            serverError={errorOf('name')}
          />
          {hasSlug ? (
            <Field
              name="slug"
              label={texts.slug}
              hint={names.slugHint}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              invalidText={names.slugMismatch}
              serverError={errorOf('slug')}
            />
          ) : null}
        </>
      )}
    </FormCard>
  );
}
