'use client';

import { useSyncExternalStore } from 'react';
import type { SessionState } from '../stores/sessionState.ts';
import { useAdapter } from './KitContext.ts';

/**
 * The session of this browser: `loading`, `signed-in` (with `session` and `stale`), `signed-out`, or `unknown`
 * while the first load could not be answered. A maintenance never signs anybody out.
 *
 * @throws {KitError} MK501 outside of the provider, MK502 where it has no adapter.
 */
export function useSession(): SessionState {
  const { session } = useAdapter();
  return useSyncExternalStore(session.subscribe, session.getSnapshot, session.getServerSnapshot);
}
