'use client';

import type { ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { Field } from '../form/Field.tsx';
import { textValue } from '../form/textValue.ts';
import { SettingsForm, type SettingsFormProps } from '../settings-page/SettingsForm.tsx';
import type { OrganizationChange, OrganizationNames } from './useOrganizationDetails.ts';

export interface NamesFormProps extends Pick<SettingsFormProps, 'mark' | 'onEdit'> {
  readonly organization: Organization;
  readonly change: OrganizationChange<OrganizationNames>;
}

/** The form for the name and the URL name, for a user who may change them. */
export function NamesForm({
  organization: { id, name, slug },
  change: { submission, save },
  ...form
}: NamesFormProps): ReactElement {
  const texts = useOrganizationMessages().organizationGeneral;
  return (
    <SettingsForm
      {...form}
      draftKey={`organization-${id}`}
      texts={texts}
      sendWhenAvailable={formatMessage(texts.saveAction, { name })}
      submission={submission}
      stored={{ name, ...(slug !== undefined && { slug }) }}
      onSubmit={(values) =>
        save({
          name: textValue(values, 'name'),
          ...(values.has('slug') && { slug: textValue(values, 'slug') }),
        })
      }
    >
      {(errorOf) => (
        <>
          <Field
            name="name"
            label={texts.name}
            missingText={texts.nameMissing}
            defaultValue={name}
            autoComplete="off"
            required
            serverError={errorOf('name')}
          />
          {slug === undefined ? null : (
            <Field
              name="slug"
              label={texts.slug}
              missingText={texts.slugMissing}
              hint={texts.slugHint}
              defaultValue={slug}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              invalidText={texts.slugMismatch}
              required
              serverError={errorOf('slug')}
            />
          )}
        </>
      )}
    </SettingsForm>
  );
}
