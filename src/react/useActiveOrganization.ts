'use client';

import { useCallback } from 'react';
import { requireOperation } from '../auth/requireOperation.ts';
import { useAdapter, useKit } from './KitContext.ts';

/**
 * Returns a function that sets the active organization (`null`: personal account). It is part of the session, so it is
 * allowed during maintenance. Rejects if it fails, and the session stays unchanged.
 *
 * @throws {KitError} MK501 and MK502 without a provider or adapter. The function rejects with MK506 if the adapter
 *   doesn't have the operation.
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
