'use client';

import { useState } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useActiveOrganization } from '../../react/useActiveOrganization.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';

export interface NewOrganization {
  readonly name: string;
  /** Default: the backend generates one. */
  readonly slug?: string;
}

export interface CreatedOrganization {
  readonly id: string;
  readonly name: string;
}

export interface CreateOrganizationOptions {
  /** Called when the organization exists and, if the adapter can do that, is active. */
  readonly onCreated?: ((organization: CreatedOrganization) => void) | undefined;
}

export interface OrganizationCreation {
  readonly submission: Submission;
  /** Creates the organization. Never rejects: read the outcome from `submission`. */
  readonly create: (details: NewOrganization) => Promise<void>;
  /** The created organization. */
  readonly created: CreatedOrganization | undefined;
}

/**
 * Creates an organization, for your own form.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't create one.
 */
export function useCreateOrganization({ onCreated }: CreateOrganizationOptions = {}): OrganizationCreation {
  const { adapter } = useAdapter();
  const activate = useActiveOrganization();
  const createOrganization = requireOperation(adapter, 'createOrganization', '<CreateOrganization>');
  const [created, setCreated] = useState<CreatedOrganization>();

  const { submission, submit } = useSubmission(
    async (details: NewOrganization) => {
      const { id } = await createOrganization(details);
      // The organization exists even if it can't be made active. An error here would make the user create a second
      // one.
      if (adapter.setActiveOrganization) await activate(id).catch(() => undefined);
      const organization = { id, name: details.name };
      setCreated(organization);
      onCreated?.(organization);
    },
    { api: adapter.baseUrl },
  );

  return { submission, create: async (details) => void (await submit(details)), created };
}
