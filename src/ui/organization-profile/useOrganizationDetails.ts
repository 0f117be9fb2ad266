'use client';

import { useState } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { useInvalidations } from '../../react/useInvalidations.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';

/** A change that a form can submit, with the state of its submission. */
export interface OrganizationChange<Values> {
  readonly submission: Submission;
  /** Saves the values and resolves to whether that succeeded. */
  readonly save: (values: Values) => Promise<boolean>;
}

export interface OrganizationNames {
  readonly name: string;
  /** Absent if organizations have none. */
  readonly slug?: string;
}

/** Confirms changes at `names` and `logo`. */
export interface OrganizationDetails extends Savings {
  /** This and the following are `undefined` if the role or the adapter doesn't allow them. */
  readonly names: OrganizationChange<OrganizationNames> | undefined;
  readonly logo: (OrganizationChange<File> & { readonly progress: number }) | undefined;
  readonly removeLogo: (() => Promise<void>) | undefined;
}

/** Changes the name and the logo of an organization, for your own page. Calls `onChanged` to load it again. */
export function useOrganizationDetails(
  { id, hasImage, can }: Organization,
  onChanged: () => Promise<unknown>,
): OrganizationDetails {
  const { adapter } = useAdapter();
  const invalidations = useInvalidations();
  const { confirm, ...savings } = useSaved();
  const { saved, logoSaved, logoRemoved } = useOrganizationMessages().organizationGeneral;
  const [progress, setProgress] = useState(0);
  const options = { api: adapter.baseUrl };

  async function done(text: string, at: 'names' | 'logo'): Promise<void> {
    confirm(text, at);
    invalidations.invalidate('organizations');
    await onChanged();
  }

  const names = useSubmission(async (values: OrganizationNames) => {
    await adapter.updateOrganization?.({ id, ...values });
    await done(saved, 'names');
  }, options);
  const logo = useSubmission(async (file: File) => {
    setProgress(0);
    await adapter.setOrganizationLogo?.({ id, file, onProgress: setProgress });
    await done(logoSaved, 'logo');
  }, options);

  return {
    ...savings,
    names:
      can.edit && adapter.updateOrganization
        ? { submission: names.submission, save: names.submit }
        : undefined,
    logo:
      can.edit && adapter.setOrganizationLogo
        ? { submission: logo.submission, save: logo.submit, progress }
        : undefined,
    removeLogo:
      can.edit && hasImage && adapter.removeOrganizationLogo
        ? async () => {
            await adapter.removeOrganizationLogo?.({ id });
            await done(logoRemoved, 'logo');
          }
        : undefined,
  };
}
