'use client';

import { useCallback } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { requireOperation } from '../../auth/requireOperation.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';

/**
 * Loads an organization of the user; `null` if the user doesn't belong to it.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't load one.
 */
export function useOrganization(id: string): QueryResult<Organization | null> {
  const { adapter } = useAdapter();
  requireOperation(adapter, 'loadOrganization', 'useOrganization');
  const load = useCallback(
    () => requireOperation(adapter, 'loadOrganization', 'useOrganization')({ id }),
    [adapter, id],
  );
  return useLoaded(load, { api: adapter.baseUrl });
}
