'use client';

import { useSyncExternalStore } from 'react';
import type { SessionState } from '../stores/sessionState.ts';
import { useAdapter } from './useAdapter.ts';

/**
 * Returns the session of this browser: `loading`, `signed-in` (with `session` and `stale`), `signed-out`, or
 * `unknown` while the first load is unanswered. A maintenance never signs out a user.
 *
 * @throws {KitError} MK501 outside of the provider, MK502 without an adapter.
 */
export function useSession(): SessionState {
  const { session } = useAdapter();
  return useSyncExternalStore(session.subscribe, session.getSnapshot, session.getServerSnapshot);
}
