'use client';

import type { ReactNode } from 'react';
import { useSession } from '../../react/useSession.ts';

export interface SignedOutProps {
  /** The content for signed-out users. */
  readonly children: ReactNode;
  /** The content while the session is unknown. Default: nothing, since `SignedIn` shows a panel. */
  readonly fallback?: ReactNode;
}

/**
 * Renders its children if the session endpoint answered that there is no session.
 *
 * @throws {KitError} MK501 outside of the provider, MK502 without an adapter.
 */
export function SignedOut({ children, fallback }: SignedOutProps): ReactNode {
  const { status } = useSession();
  if (status === 'signed-out') return children;
  return status === 'unknown' ? fallback : null;
}
