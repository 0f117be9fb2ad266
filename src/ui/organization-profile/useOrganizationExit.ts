'use client';

import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';

export interface OrganizationExit {
  /** `leave` and `remove` are never deferred. They are `undefined` if the role or the adapter doesn't allow them. */
  readonly leave: (() => Promise<void>) | undefined;
  readonly remove: (() => Promise<void>) | undefined;
  /** Call it when one of them has succeeded. */
  readonly finish: (way: 'left' | 'deleted') => void;
}

/** Leaves and deletes an organization. Pass the functions to guarded buttons. */
export function useOrganizationExit(
  { id, name, can }: Organization,
  onGone: (way: 'left' | 'deleted') => void,
): OrganizationExit {
  const { adapter, session } = useAdapter();
  const { announcer } = useKit();
  const texts = useOrganizationMessages().organizationGeneral;
  return {
    leave: adapter.leaveOrganization && (() => adapter.leaveOrganization?.({ id }) ?? Promise.resolve()),
    remove:
      can.delete && adapter.deleteOrganization
        ? () => adapter.deleteOrganization?.({ id }) ?? Promise.resolve()
        : undefined,
    finish(way) {
      announcer.announce(formatMessage(texts[way], { name }), 'polite');
      // The organization may have been the active one.
      void session.reload();
      onGone(way);
    },
  };
}
