'use client';

import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import { KitError } from '../protocol/KitError.ts';
import type { SessionStore } from '../stores/createSessionStore.ts';
import { createSessions } from './createSessions.ts';
import { useKit, useProviderPart } from './KitContext.ts';
import { SessionConnection } from './SessionConnection.ts';

/**
 * Returns the provider's adapter and its session store.
 *
 * @throws {KitError} MK502 if the provider has no adapter.
 */
export function useAdapter(): { readonly adapter: AuthAdapter; readonly session: SessionStore } {
  const { adapter, slot, store } = useKit();
  useProviderPart('session', SessionConnection);
  if (adapter === undefined || slot === undefined) {
    throw new KitError(
      'MK502',
      'This needs a backend, and <MaintenanceProvider> has no adapter: pass one, for example adapter={frontendApiAdapter({ baseUrl })}.',
    );
  }
  return { adapter, session: store(createSessions)(slot) };
}
