'use client';

import { useCallback, useEffect } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { requireOperation } from '../../auth/requireOperation.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useInvalidations } from '../../react/useInvalidations.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';

/** Loads the organizations of a user, and again when the page creates, joins or changes one. */
export function useOrganizations(
  userId: string | undefined,
  activeId: string | null,
): QueryResult<readonly Organization[]> {
  const organizations = useOrganizationsOf(userId);
  useReloadForNew(organizations, activeId);
  useReloadForChanged(organizations);
  return organizations;
}

/** Reloads the list if the active organization isn't in it: the user may have created or joined it since. */
function useReloadForNew(
  { reload, ...loaded }: QueryResult<readonly Organization[]>,
  activeId: string | null,
): void {
  const isNew =
    activeId !== null && loaded.status === 'loaded' && !loaded.value.some(({ id }) => id === activeId);
  const newId = isNew ? activeId : undefined;
  useEffect(() => {
    if (newId !== undefined) void reload();
  }, [newId, reload]);
}

/** Reloads the list when the page changes an organization's name or logo. */
function useReloadForChanged({ reload }: QueryResult<readonly Organization[]>): void {
  const invalidations = useInvalidations();
  useEffect(() => invalidations.subscribe('organizations', () => void reload()), [invalidations, reload]);
}

/** Loads the organizations, and drops the list when the user changes. */
function useOrganizationsOf(userId: string | undefined): QueryResult<readonly Organization[]> {
  const { adapter } = useAdapter();
  requireOperation(adapter, 'loadOrganizations', 'useOrganizationSwitcher');
  const load = useCallback(async () => {
    const all =
      userId === undefined
        ? []
        : await requireOperation(adapter, 'loadOrganizations', 'useOrganizationSwitcher')();
    return { userId, all };
  }, [adapter, userId]);
  const loading = useLoaded(load, { api: adapter.baseUrl });
  if (loading.status !== 'loaded') return loading;
  const { value, stale, reload } = loading;
  if (value.userId === userId) return { ...loading, value: value.all };
  return stale ? { status: 'failed', error: undefined, reload } : { status: 'loading', reload };
}
