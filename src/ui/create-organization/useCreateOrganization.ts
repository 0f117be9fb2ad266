'use client';

import { useState } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import { useAdapter } from '../../react/KitContext.ts';
import { useActiveOrganization } from '../../react/useActiveOrganization.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';

export interface NewOrganization {
  readonly name: string;
  /** Left out, the backend makes one up. */
  readonly slug?: string;
}

export interface CreatedOrganization {
  readonly id: string;
  readonly name: string;
}

export interface CreateOrganizationOptions {
  /** Called when it exists and the session works in it, where the adapter can do that. */
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
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot make one.
 */
export function useCreateOrganization({ onCreated }: CreateOrganizationOptions = {}): OrganizationCreation {
  const { adapter } = useAdapter();
  const activate = useActiveOrganization();
  const createOrganization = requireOperation(adapter, 'createOrganization', '<CreateOrganization>');
  const [created, setCreated] = useState<CreatedOrganization>();

  const { submission, submit } = useSubmission(
    async (details: NewOrganization) => {
      const { id } = await createOrganization(details);
      // It exists: that it could not be gone to must not look as if it did not, or there would soon be two.
      if (adapter.setActiveOrganization) await activate(id).catch(() => undefined);
      const organization = { id, name: details.name };
      setCreated(organization);
      onCreated?.(organization);
    },
    { api: adapter.baseUrl },
  );

  return { submission, create: async (details) => void (await submit(details)), created };
}
