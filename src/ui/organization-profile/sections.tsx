'use client';

import type { ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { InvitationsView } from './InvitationsView.tsx';
import { MembersView } from './MembersView.tsx';
import { useInvitations } from './useInvitations.ts';
import { useMembers } from './useMembers.ts';

export interface SectionProps {
  readonly organization: Organization;
}

/** What is behind the tabs other than the first, loaded when one of them is first opened. */
export const sections = {
  members: function Members({ organization }: SectionProps): ReactElement {
    return <MembersView members={useMembers(organization)} />;
  },
  invitations: function Invitations({ organization }: SectionProps): ReactElement {
    const invitations = useInvitations(organization);
    return <InvitationsView name={`invitations-${organization.id}`} invitations={invitations} />;
  },
};
