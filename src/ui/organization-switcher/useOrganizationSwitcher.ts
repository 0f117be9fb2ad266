'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { requireOperation } from '../../auth/requireOperation.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useAdapter, useKit } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useActiveOrganization } from '../../react/useActiveOrganization.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';
import { useSession } from '../../react/useSession.ts';

/** The state of switching to another organization. */
export type Switching =
  | { readonly status: 'idle' }
  | { readonly status: 'switching'; readonly id: string | null }
  | { readonly status: 'failed' };

export interface OrganizationChoice {
  /** The signed-in user; `undefined` if signed out or unknown. */
  readonly user: AuthUser | undefined;
  readonly organizations: QueryResult<readonly Organization[]>;
  /** Where the session works; `null` for the personal account. */
  readonly activeId: string | null;
  readonly switching: Switching;
  /**
   * Never rejects. Not a mutation: it is served during maintenance. While a switch is pending, it switches once more
   * afterwards, to the last choice.
   */
  readonly switchTo: (id: string | null) => Promise<void>;
}

/**
 * Loads the user's organizations and switches the active one, for your own switcher.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot list them.
 */
export function useOrganizationSwitcher(): OrganizationChoice {
  const { announcer } = useKit();
  const { personal, switched, switchFailed } = useOrganizationMessages().organizationSwitcher;
  const session = useSession();
  const signedIn = session.status === 'signed-in' ? session.session : undefined;
  const userId = signedIn?.user.id;
  const activeId = signedIn?.organizationId ?? null;
  const organizations = useOrganizationsOf(userId);
  useReloadForNew(organizations, activeId);
  useReloadForChanged(organizations);
  const activate = useActiveOrganization();
  const [switching, setSwitching] = useState<Switching>({ status: 'idle' });
  const latest = useRef({ choice: 0, done: Promise.resolve(true) });

  /** Resolves to whether the switch was carried out. A later choice replaces it while it waits for an earlier one. */
  async function activateAfter(
    before: Promise<unknown>,
    choice: number,
    id: string | null,
  ): Promise<boolean> {
    await before;
    if (latest.current.choice !== choice) return false;
    return activate(id).then(
      () => true,
      () => false,
    );
  }

  async function switchTo(id: string | null): Promise<void> {
    if (id === (switching.status === 'switching' ? switching.id : activeId)) return;
    setSwitching({ status: 'switching', id });
    // One request at a time, so that the last choice is also the last one that the API carries out.
    const choice = latest.current.choice + 1;
    const before = latest.current.done;
    latest.current.choice = choice;
    latest.current.done = activateAfter(before, choice, id);
    const isDone = await latest.current.done;
    if (latest.current.choice !== choice) return;
    setSwitching({ status: isDone ? 'idle' : 'failed' });
    const all = organizations.status === 'loaded' ? organizations.value : [];
    const name = all.find((organization) => organization.id === id)?.name ?? personal;
    announcer.announce(
      isDone ? formatMessage(switched, { name }) : switchFailed,
      isDone ? 'polite' : 'assertive',
    );
  }

  return { user: signedIn?.user, organizations, activeId, switching, switchTo };
}

/** The session may work in one that was made, or joined, since they were loaded. */
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

/** One of them may have another name since, or another logo. */
function useReloadForChanged({ reload }: QueryResult<readonly Organization[]>): void {
  const { invalidations } = useKit();
  useEffect(() => invalidations.subscribe('organizations', () => void reload()), [invalidations, reload]);
}

/** Drops the list when the user changes. */
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
