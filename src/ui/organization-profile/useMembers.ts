'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { Member, Organization } from '../../auth/OrganizationPort.ts';
import { requireOperation } from '../../auth/requireOperation.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';
import { nameOf } from './memberName.ts';
import { usePages, type LoadPage, type Pages } from './usePages.ts';
import { useRoleChange, type RoleChange } from './useRoleChange.ts';
import { useRoles } from './useRoles.ts';
import { useSearch, type Search } from './useSearch.ts';

/** Confirms a new role at the id of the member, and a removal at `list`. */
export interface Members extends Pages<Member>, Search, Savings {
  /** `undefined` if the role or the adapter doesn't allow it. */
  readonly roleChange: RoleChange | undefined;
  /** For a guarded button. `undefined` if the role or the adapter doesn't allow it. */
  readonly remove: ((member: Member) => Promise<void>) | undefined;
  /** Call it when `remove` has succeeded. */
  readonly onRemoved: (member: Member) => void;
}

/**
 * Loads and searches the members of an organization page by page, changes their roles and removes them, for your own
 * page.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't load them.
 */
export function useMembers({ id: organizationId, can }: Organization): Members {
  const { adapter } = useAdapter();
  const { confirm, ...savings } = useSaved();
  const { removed } = useOrganizationMessages().organizationMembers;
  const { query, search } = useSearch();
  const load: LoadPage<Member> = useCallback(
    (page) =>
      requireOperation(
        adapter,
        'loadMembers',
        'useMembers',
      )({ organizationId, ...page, ...(query && { query }) }),
    [adapter, organizationId, query],
  );
  const pages = usePages(load);
  const { list } = pages;
  const roleChange = useRoleChange(organizationId, useRoles(organizationId), (member, said) => {
    confirm(said, member.id);
    return list.reload();
  });
  useSpokenCount(query, list.status === 'loaded' && !pages.isTurning ? list.value.total : undefined);

  return {
    ...pages,
    ...savings,
    query,
    search,
    roleChange: can.manageMembers && adapter.changeMemberRole ? roleChange : undefined,
    remove:
      can.manageMembers && adapter.removeMember
        ? ({ id }) => adapter.removeMember?.({ organizationId, memberId: id }) ?? Promise.resolve()
        : undefined,
    onRemoved(member) {
      confirm(formatMessage(removed, { name: nameOf(member) }), 'list');
      void list.reload();
    },
  };
}

/** Announces the number of results once for each search. */
function useSpokenCount(query: string, count: number | undefined): void {
  const { announcer, locale } = useKit();
  const texts = useOrganizationMessages().organizationMembers;
  const spokenOf = useRef(query);
  useEffect(() => {
    if (count === undefined || spokenOf.current === query) return;
    spokenOf.current = query;
    announcer.announce(formatMessage(texts.found, { count }, locale), 'polite');
  }, [query, count, announcer, locale, texts]);
}
