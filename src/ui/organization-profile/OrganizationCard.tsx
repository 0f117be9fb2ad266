'use client';

import type { ReactElement, ReactNode } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { useAdapter } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { MailIcon, OrganizationIcon, PeopleIcon } from '../styling/icons.tsx';
import { Picture } from '../layout/Picture.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { TabbedCard, type CardTab } from '../layout/TabbedCard.tsx';
import { GeneralSection } from './GeneralSection.tsx';
import { LazySection } from './LazySection.tsx';

export interface OrganizationCardProps {
  readonly organization: Organization;
  readonly onChanged: () => Promise<unknown>;
  readonly onGone: (way: 'left' | 'deleted') => void;
  readonly className: string | undefined;
}

/** Renders the pages of an organization, as far as the adapter and the role allow. */
export function OrganizationCard({
  organization,
  onChanged,
  onGone,
  className,
}: OrganizationCardProps): ReactElement {
  const { adapter } = useAdapter();
  const { organizationGeneral, organizationMembers, organizationInvitations } = useOrganizationMessages();
  const { name, imageUrl, roleName, can } = organization;
  const tabs: readonly CardTab[] = [
    {
      id: 'general',
      label: <TabLabel icon={OrganizationIcon}>{organizationGeneral.tab}</TabLabel>,
      content: <GeneralSection organization={organization} onChanged={onChanged} onGone={onGone} />,
    },
    ...(adapter.loadMembers
      ? [
          {
            id: 'members',
            label: <TabLabel icon={PeopleIcon}>{organizationMembers.tab}</TabLabel>,
            content: <LazySection section="members" organization={organization} />,
          },
        ]
      : []),
    // Only users who may invite see the invitations.
    ...(adapter.loadInvitations && can.manageMembers
      ? [
          {
            id: 'invitations',
            label: <TabLabel icon={MailIcon}>{organizationInvitations.tab}</TabLabel>,
            content: <LazySection section="invitations" organization={organization} />,
          },
        ]
      : []),
  ];
  return (
    <TabbedCard
      title={name}
      text={roleName}
      header={<Picture name={name} imageUrl={imageUrl} shape="square" />}
      tabs={tabs}
      className={className}
    />
  );
}

/** What a tab shows: a drawing, and the words that say the same. */
function TabLabel({
  icon: Icon,
  children,
}: {
  readonly icon: typeof MailIcon;
  readonly children: ReactNode;
}): ReactElement {
  const slot = useSlot();
  return (
    <>
      <Icon {...slot('tab-icon')} width="16" height="16" />
      {children}
    </>
  );
}
