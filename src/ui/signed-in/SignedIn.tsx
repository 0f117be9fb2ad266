'use client';

import { Fragment, type ReactNode } from 'react';
import { useSession } from '../../react/useSession.ts';
import { Loading } from '../layout/Loading.tsx';
import { UnavailablePanel } from '../notice/UnavailablePanel.tsx';

export interface SignedInProps {
  /** The content for signed-in users. */
  readonly children: ReactNode;
  /** While the session could not be loaded. Default: the unavailable panel. `null` in every place but the main view. */
  readonly fallback?: ReactNode;
  /** While the session is loaded for the first time. Default: a loading line. `null` in every place but the main view. */
  readonly loading?: ReactNode;
}

/**
 * Renders its children for a signed-in user. A maintenance, a failed refresh or a lost connection doesn't hide them:
 * only the explicit answer that there is no session does. When another user signs in, the children mount again, so that
 * no state outlives its user.
 *
 * @throws {KitError} MK501 outside of the provider, MK502 where it has no adapter.
 */
export function SignedIn({ children, fallback, loading }: SignedInProps): ReactNode {
  const state = useSession();
  switch (state.status) {
    case 'signed-in':
      return <Fragment key={state.session.user.id}>{children}</Fragment>;
    case 'signed-out':
      return null;
    // `null` is a choice too: only what was left out has a default.
    case 'unknown':
      return fallback === undefined ? <UnavailablePanel /> : fallback;
    case 'loading':
      return loading === undefined ? <Loading /> : loading;
  }
}
