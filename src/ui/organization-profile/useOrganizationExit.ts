'use client';

import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useAdapter, useKit } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';

export interface OrganizationExit {
  /** Neither waits for the end of a maintenance. `undefined` where the role or the adapter does not allow it. */
  readonly leave: (() => Promise<void>) | undefined;
  readonly remove: (() => Promise<void>) | undefined;
  /** To be called when one of them was done. */
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
      // The session may have worked in it.
      void session.reload();
      onGone(way);
    },
  };
}
