'use client';

import type { ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { Picture } from '../layout/Picture.tsx';
import { Facts } from '../settings-page/Facts.tsx';
import { PictureForm } from '../settings-page/PictureForm.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { ExitRows } from './ExitRows.tsx';
import { NamesForm } from './NamesForm.tsx';
import { useOrganizationDetails } from './useOrganizationDetails.ts';
import { useOrganizationExit } from './useOrganizationExit.ts';

export interface GeneralProps {
  readonly organization: Organization;
  readonly maxPictureSize: number | undefined;
  /** Loads the organization again. */
  readonly onChanged: () => Promise<unknown>;
  readonly onGone: (way: 'left' | 'deleted') => void;
}

/** The section with the organization's name and logo, and the rows for leaving and deleting it. */
export function General({ organization, maxPictureSize, onChanged, onGone }: GeneralProps): ReactElement {
  const slot = useSlot();
  const texts = useOrganizationMessages().organizationGeneral;
  const { names, logo, removeLogo, saved, clearSaved } = useOrganizationDetails(organization, onChanged);
  const exit = useOrganizationExit(organization, onGone);
  const { name, slug, imageUrl, can } = organization;
  return (
    <SettingsSection title={texts.title} hasDraft={names !== undefined || logo !== undefined}>
      {logo ? (
        <PictureForm
          name={name}
          imageUrl={imageUrl}
          shape="square"
          texts={{
            label: texts.logo,
            choose: texts.chooseLogo,
            hint: texts.logoHint,
            chosen: texts.logoChosen,
            save: texts.saveLogo,
            saving: texts.uploading,
            discard: texts.discardLogo,
            remove: texts.removeLogo,
          }}
          maxSize={maxPictureSize}
          submission={logo.submission}
          mark={<SavedMark saved={saved} at="logo" />}
          onEdit={clearSaved}
          progress={logo.progress}
          onSubmit={logo.save}
          onRemove={removeLogo}
        />
      ) : (
        <Picture name={name} imageUrl={imageUrl} shape="square" size="large" />
      )}
      {names ? (
        <NamesForm
          organization={organization}
          change={names}
          mark={<SavedMark saved={saved} at="names" />}
          onEdit={clearSaved}
        />
      ) : (
        <Facts
          facts={[
            { name: 'name', label: texts.name, value: name },
            ...(slug === undefined ? [] : [{ name: 'slug', label: texts.slug, value: slug }]),
          ]}
        />
      )}
      {can.edit ? null : <p {...slot('page-empty')}>{texts.readOnly}</p>}
      <ExitRows organization={organization} exit={exit} />
    </SettingsSection>
  );
}
