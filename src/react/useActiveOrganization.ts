'use client';

import { useCallback } from 'react';
import { requireOperation } from '../auth/requireOperation.ts';
import { useKit } from './KitContext.ts';
import { useAdapter } from './useAdapter.ts';

/**
 * Returns a function that sets the active organization (`null`: personal account). This is a session request, so it
 * is allowed during maintenance. If it fails, the function rejects and the session stays unchanged.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter. The function rejects with MK506 if the
 *   adapter doesn't have the operation.
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
