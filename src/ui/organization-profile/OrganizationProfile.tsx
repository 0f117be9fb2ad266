'use client';

import { useState, type ReactElement } from 'react';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useSession } from '../../react/useSession.ts';
import { GuardedArea } from '../notice/GuardedArea.tsx';
import { LoadedView } from '../notice/LoadedView.tsx';
import { Loading } from '../layout/Loading.tsx';
import { UnavailablePanel } from '../notice/UnavailablePanel.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import { BlankCard, NoOrganization } from './NoOrganization.tsx';
import { OrganizationCard } from './OrganizationCard.tsx';
import { useOrganization } from './useOrganization.ts';

export interface OrganizationProfileProps extends AppearanceProps {
  /** Default: the organisation that the session works in. */
  readonly organizationId?: string | undefined;
  /** Called when the person has left or deleted it. */
  readonly onGone?: (() => void) | undefined;
  /** Beside the kit's own class, on the card. */
  readonly className?: string | undefined;
}

/**
 * The page of an organisation: its name and logo, its members, who is invited, and the ways out. Shows what the
 * adapter can do; what the person's role does not allow is there to be read.
 *
 * In maintenance everything stays readable: lists load, pages turn, search works. What changes something is closed
 * and says why, and what was typed or picked is kept. Nothing where nobody is signed in.
 *
 * Renders a `<div data-slot="tabbed-card">` with a `<div role="tablist">`. What is behind the first tab is loaded when
 * one of the others is first opened.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter has no
 *   `loadOrganization`.
 */
export function OrganizationProfile({
  classNames,
  render,
  ...props
}: OrganizationProfileProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames} render={render}>
      <Profile {...props} />
    </AppearanceProvider>
  );
}

function Profile({ organizationId, onGone, className }: OrganizationProfileProps): ReactElement | null {
  const session = useSession();
  const [left, setLeft] = useState<string>();
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
    case 'signed-in': {
      const { user, organizationId: active } = session.session;
      const id = organizationId ?? active;
      // The session works in none then; it is told what became of the one that was shown.
      if (left !== undefined && (id === undefined || id === left)) {
        return <NoOrganization reason="gone" className={className} />;
      }
      if (id === undefined) return <NoOrganization reason="none" className={className} />;
      return (
        <ProfileOf
          key={`${user.id} ${id}`}
          organizationId={id}
          onGone={() => {
            setLeft(id);
            onGone?.();
          }}
          className={className}
        />
      );
    }
  }
}

interface ProfileOfProps {
  readonly organizationId: string;
  readonly onGone: () => void;
  readonly className: string | undefined;
}

function ProfileOf({ organizationId, onGone, className }: ProfileOfProps): ReactElement {
  const { organization: texts } = useOrganizationMessages();
  const loading = useOrganization(organizationId);
  if (loading.status !== 'loaded') {
    return (
      <BlankCard className={className}>
        <GuardedArea title={texts.paused} text={texts.pausedText}>
          <LoadedView loading={loading} texts={texts}>
            {() => null}
          </LoadedView>
        </GuardedArea>
      </BlankCard>
    );
  }
  if (loading.value === null) return <NoOrganization reason="gone" className={className} />;
  return (
    <OrganizationCard
      organization={loading.value}
      onChanged={loading.reload}
      onGone={onGone}
      className={className}
    />
  );
}
