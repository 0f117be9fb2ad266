'use client';

import type { ReactNode } from 'react';
import { useSession } from '../../react/useSession.ts';

export interface SignedOutProps {
  /** For people who are not. */
  readonly children: ReactNode;
  /** While the session could not be asked for and nobody knows. Default: nothing, `SignedIn` shows a panel. */
  readonly fallback?: ReactNode;
}

/**
 * Its children, for people who are not signed in, as the session endpoint said in so many words.
 *
 * @throws {KitError} MK501 outside of the provider, MK502 where it has no adapter.
 */
export function SignedOut({ children, fallback }: SignedOutProps): ReactNode {
  const { status } = useSession();
  if (status === 'signed-out') return children;
  return status === 'unknown' ? fallback : null;
}
