'use client';

import { Fragment, type ReactNode } from 'react';
import { useIdleLoad } from '../../react/createLazy.ts';
import { useSession } from '../../react/useSession.ts';
import { Loading } from '../layout/Loading.tsx';
import { usePanelParts } from '../notice/lazyPanelParts.ts';
import { UnavailablePanel } from '../notice/UnavailablePanel.tsx';

export interface SignedInProps {
  /** The content for signed-in users. */
  readonly children: ReactNode;
  /** Shown if the session couldn't be loaded. Default: the unavailable panel. Pass `null` outside of the main view. */
  readonly fallback?: ReactNode;
  /**
   * Shown while the session loads for the first time. Default: a loading line. Pass `null` outside of the main view.
   */
  readonly loading?: ReactNode;
}

/**
 * Renders its children for a signed-in user. A maintenance, a failed refresh or a lost connection doesn't hide them:
 * only the session endpoint's answer that there is no session does. When another user signs in, the children mount
 * again, so that no state outlives its user.
 *
 * @throws {KitError} MK501 outside of the provider, MK502 without an adapter.
 */
export function SignedIn({ children, fallback, loading }: SignedInProps): ReactNode {
  const state = useSession();
  useIdleLoad(usePanelParts.loadAtIdle);
  switch (state.status) {
    case 'signed-in':
      return <Fragment key={state.session.user.id}>{children}</Fragment>;
    case 'signed-out':
      return null;
    // `null` is a value too: only an absent prop has a default.
    case 'unknown':
      return fallback === undefined ? <UnavailablePanel /> : fallback;
    case 'loading':
      return loading === undefined ? <Loading /> : loading;
  }
}
