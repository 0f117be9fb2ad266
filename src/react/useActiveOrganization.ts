'use client';

import { useCallback } from 'react';
import { requireOperation } from '../auth/requireOperation.ts';
import { useAdapter, useKit } from './KitContext.ts';

/**
 * Goes to work in an organisation, or in the personal account with `null`. It travels with the session, so a
 * maintenance of the mutations lets it pass. Rejects where it could not be done, with the session as it was.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 (when it is called) where the
 *   adapter cannot do it.
 */
export function useActiveOrganization(): (id: string | null) => Promise<void> {
  const { monitor } = useKit();
  const { adapter, session } = useAdapter();
  return useCallback(
    async (id) => {
      const startedAt = monitor.platform.monotonicNow();
      try {
        await requireOperation(adapter, 'setActiveOrganization', 'useActiveOrganization')({ id });
      } catch (error) {
        await monitor.report(error, { kind: 'session', startedAt, api: adapter.baseUrl });
        throw error;
      }
      await session.reload();
    },
    [monitor, adapter, session],
  );
}
