'use client';

import { useRef, useState } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useActiveOrganization } from '../../react/useActiveOrganization.ts';
import type { QueryResult } from '../../react/useLoaded.ts';
import { useSession } from '../../react/useSession.ts';
import { useOrganizations } from './useOrganizations.ts';

/** The state of switching to another organization. */
export type Switching =
  | { readonly status: 'idle' }
  | { readonly status: 'switching'; readonly id: string | null }
  | { readonly status: 'failed' };

export interface OrganizationChoice {
  /** The signed-in user; `undefined` if signed out or unknown. */
  readonly user: AuthUser | undefined;
  readonly organizations: QueryResult<readonly Organization[]>;
  /** The active organization; `null` for the personal account. */
  readonly activeId: string | null;
  readonly switching: Switching;
  /**
   * Switches the session to another organization. Never rejects, and works during maintenance. While a switch is
   * pending, only the last choice follows it.
   */
  readonly switchTo: (id: string | null) => Promise<void>;
}

/**
 * Loads the user's organizations and switches the active one, for your own switcher.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't list
 *   organizations.
 */
export function useOrganizationSwitcher(): OrganizationChoice {
  const { announcer } = useKit();
  const { personal, switched, switchFailed } = useOrganizationMessages().organizationSwitcher;
  const session = useSession();
  const signedIn = session.status === 'signed-in' ? session.session : undefined;
  const userId = signedIn?.user.id;
  const activeId = signedIn?.organizationId ?? null;
  const organizations = useOrganizations(userId, activeId);
  const activate = useActiveOrganization();
  const [switching, setSwitching] = useState<Switching>({ status: 'idle' });
  const latest = useRef({ choice: 0, done: Promise.resolve(true) });

  /**
   * Resolves to whether the switch was sent and succeeded. A later choice replaces one that waits for an earlier one.
   */
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
    // One request at a time, so that the API processes the last choice last.
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
