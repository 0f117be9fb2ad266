'use client';

import type { ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { PageSection } from '../notice/PageSection.tsx';
import { Picture } from '../layout/Picture.tsx';
import { PictureForm } from '../form/PictureForm.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { ExitRows } from './ExitRows.tsx';
import { NamesForm } from './NamesForm.tsx';
import type { OrganizationDetails } from './useOrganizationDetails.ts';
import type { OrganizationExit } from './useOrganizationExit.ts';

export interface GeneralViewProps {
  readonly organization: Organization;
  readonly details: OrganizationDetails;
  readonly exit: OrganizationExit;
}

/** The organization's general section (presentational). */
export function GeneralView({ organization, details, exit }: GeneralViewProps): ReactElement {
  const { organization: common, organizationGeneral: texts } = useOrganizationMessages();
  const { id, name, imageUrl } = organization;
  const { names, logo, removeLogo } = details;
  const paused = common.pausedForm;
  return (
    <PageSection title={texts.title} paused={{ title: common.paused, text: common.pausedTextWithDraft }}>
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
          paused={paused}
          submission={logo.submission}
          progress={logo.progress}
          onSubmit={logo.save}
          onRemove={removeLogo}
        />
      ) : (
        <Picture name={name} imageUrl={imageUrl} shape="square" size="large" />
      )}
      {names ? (
        <NamesForm
          name={`organization-${id}`}
          organization={organization}
          submission={names.submission}
          paused={paused}
          onSubmit={names.save}
        />
      ) : (
        <NamesList organization={organization} />
      )}
      <ExitRows organization={organization} exit={exit} />
    </PageSection>
  );
}

/** Renders the names for a user who may not change them. */
function NamesList({
  organization: { name, slug, can },
}: Pick<GeneralViewProps, 'organization'>): ReactElement {
  const slot = useSlot();
  const texts = useOrganizationMessages().organizationGeneral;
  return (
    <>
      <dl {...slot('page-facts')}>
        <div {...slot('page-fact')}>
          <dt>{texts.name}</dt>
          <dd>{name}</dd>
        </div>
        {slug === undefined ? null : (
          <div {...slot('page-fact')}>
            <dt>{texts.slug}</dt>
            <dd>{slug}</dd>
          </div>
        )}
      </dl>
      {can.edit ? null : <p {...slot('page-empty')}>{texts.readOnly}</p>}
    </>
  );
}
