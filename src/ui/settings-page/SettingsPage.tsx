'use client';

import type { ReactElement, ReactNode } from 'react';
import type { AuthSession } from '../../auth/SessionPort.ts';
import { useSession } from '../../react/useSession.ts';
import { Loading } from '../layout/Loading.tsx';
import { UnavailablePanel } from '../notice/UnavailablePanel.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SettingsTextsContext, type SettingsTexts } from './SettingsTexts.ts';

export interface SettingsPageProps {
  readonly texts: SettingsTexts;
  readonly className?: string | undefined;
  /** Renders the page of a signed-in user. */
  readonly children: (session: AuthSession) => ReactNode;
}

/**
 * The page of a signed-in user, with the texts that its sections share. Renders an empty card until the session is
 * known, and nothing for a signed-out user.
 */
export function SettingsPage({ texts, className, children }: SettingsPageProps): ReactElement | null {
  const session = useSession();
  switch (session.status) {
    case 'loading':
      return (
        <BlankCard className={className}>
          <Loading />
        </BlankCard>
      );
    case 'unknown':
      return (
        <BlankCard className={className}>
          <UnavailablePanel />
        </BlankCard>
      );
    case 'signed-out':
      return null;
    case 'signed-in':
      return (
        <SettingsTextsContext.Provider value={texts}>
          {children(session.session)}
        </SettingsTextsContext.Provider>
      );
  }
}

export interface BlankCardProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The frame of a page without tabs. */
export function BlankCard({ className, children }: BlankCardProps): ReactElement {
  const slot = useSlot();
  return <div {...slot('tabbed-card', { blank: true }, className)}>{children}</div>;
}
