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

/** The sections of all tabs but the first, loaded when one of them is first opened. */
export const sections: Readonly<Record<'Members' | 'Invitations', (props: SectionProps) => ReactElement>> = {
  Members: function Members({ organization }) {
    return <MembersView members={useMembers(organization)} />;
  },
  Invitations: function Invitations({ organization }) {
    const invitations = useInvitations(organization);
    return <InvitationsView draftKey={`invitations-${organization.id}`} invitations={invitations} />;
  },
};
