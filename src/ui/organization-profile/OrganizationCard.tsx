'use client';

import type { ReactElement } from 'react';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { Picture } from '../layout/Picture.tsx';
import { LazySection } from '../settings-page/LazySection.tsx';
import { TabbedCard, type CardTab } from '../settings-page/TabbedCard.tsx';
import { MailIcon, OrganizationIcon, PeopleIcon } from '../styling/icons.tsx';
import { General, type GeneralProps } from './General.tsx';
import type { sections } from './sections.tsx';

export interface OrganizationCardProps extends GeneralProps {
  readonly className?: string | undefined;
}

/** Shows the sections of an organization that the adapter and the user's role allow. */
export function OrganizationCard({ className, ...general }: OrganizationCardProps): ReactElement {
  const { adapter } = useAdapter();
  const { organizationGeneral, organizationMembers, organizationInvitations } = useOrganizationMessages();
  const { organization } = general;
  const { name, imageUrl, roleName, can } = organization;
  const tabs: readonly (CardTab | false)[] = [
    {
      id: 'general',
      icon: OrganizationIcon,
      label: organizationGeneral.tab,
      content: <General {...general} />,
    },
    adapter.loadMembers !== undefined && {
      id: 'members',
      icon: PeopleIcon,
      label: organizationMembers.tab,
      content: (
        <LazySection load={loadSections}>
          {({ Members }) => <Members organization={organization} />}
        </LazySection>
      ),
    },
    // Only users who may invite see the invitations.
    adapter.loadInvitations !== undefined &&
      can.manageMembers && {
        id: 'invitations',
        icon: MailIcon,
        label: organizationInvitations.tab,
        content: (
          <LazySection load={loadSections}>
            {({ Invitations }) => <Invitations organization={organization} />}
          </LazySection>
        ),
      },
  ];
  return (
    <TabbedCard
      title={name}
      text={roleName}
      header={<Picture name={name} imageUrl={imageUrl} shape="square" />}
      tabs={tabs.filter((tab) => tab !== false)}
      className={className}
    />
  );
}

const loadSections = async (): Promise<typeof sections> => (await import('./sections.tsx')).sections;
