'use client';

import { useCallback } from 'react';
import type { Role } from '../../auth/OrganizationPort.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useLoaded } from '../../react/useLoaded.ts';

const none: readonly Role[] = [];

/** Loads the roles of an organization. Empty until they are loaded, and if the adapter has none. */
export function useRoles(organizationId: string): readonly Role[] {
  const { adapter } = useAdapter();
  const load = useCallback(
    async () => (await adapter.loadRoles?.({ organizationId })) ?? none,
    [adapter, organizationId],
  );
  const roles = useLoaded(load, { api: adapter.baseUrl });
  return roles.status === 'loaded' ? roles.value : none;
}
