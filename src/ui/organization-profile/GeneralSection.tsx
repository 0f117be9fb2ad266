'use client';

import type { ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { GeneralView } from './GeneralView.tsx';
import { useOrganizationDetails } from './useOrganizationDetails.ts';
import { useOrganizationExit } from './useOrganizationExit.ts';

export interface GeneralSectionProps {
  readonly organization: Organization;
  /** Loads it again. */
  readonly onChanged: () => Promise<unknown>;
  readonly onGone: (way: 'left' | 'deleted') => void;
}

/** The section with the organization's name, logo, leaving and deleting. */
export function GeneralSection({ organization, onChanged, onGone }: GeneralSectionProps): ReactElement {
  const details = useOrganizationDetails(organization, onChanged);
  const exit = useOrganizationExit(organization, onGone);
  return <GeneralView organization={organization} details={details} exit={exit} />;
}
