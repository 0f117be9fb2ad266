'use client';

import { useState, type ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { GuardedArea } from '../notice/GuardedArea.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import type { OrganizationProfileSlot } from '../styling/slotNames.ts';
import { LazyPage, useEarlyLoad } from '../settings-page/LazyPage.tsx';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { BlankCard, SettingsPage } from '../settings-page/SettingsPage.tsx';
import { NoOrganization } from './NoOrganization.tsx';
import type { OrganizationCard } from './OrganizationCard.tsx';
import { useOrganization } from './useOrganization.ts';

export interface OrganizationProfileProps extends AppearanceProps<OrganizationProfileSlot> {
  /** Default: the active organization. */
  readonly organizationId?: string | undefined;
  /** The largest logo that is uploaded, in bytes. Default: 10 MB. */
  readonly maxPictureSize?: number | undefined;
  /** Called when the user has left or deleted the organization. */
  readonly onGone?: (() => void) | undefined;
  /** Added to the kit's own class, on the card. */
  readonly className?: string | undefined;
}

/**
 * The page of an organization: its name and logo, its members, its invitations, leaving and deleting. It shows the
 * operations that the adapter has; data that the user's role can't change is read-only.
 *
 * During maintenance everything stays readable: lists load, pages change, search works. Controls that change data are
 * disabled with a reason, and input is kept. Renders nothing for a signed-out user.
 *
 * Renders a `<div data-slot="tabbed-card">` with a `<div role="tablist">`. The code of the other tabs is loaded when
 * one of them is first opened.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter has no
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

function Profile({ organizationId, onGone, ...props }: OrganizationProfileProps): ReactElement {
  const { organization, organizationGeneral } = useOrganizationMessages();
  const [left, setLeft] = useState<{ readonly id: string; readonly title: string }>();
  const { className } = props;
  useEarlyLoad(loadCard);
  return (
    <SettingsPage texts={organization} className={className}>
      {({ user, organizationId: active }) => {
        const id = organizationId ?? active;
        // No organization is active then, so the page explains what happened to the last one.
        if (left !== undefined && (id === undefined || id === left.id)) {
          return <NoOrganization reason="left" title={left.title} className={className} />;
        }
        if (id === undefined) return <NoOrganization reason="none" className={className} />;
        return (
          <ProfileOf
            {...props}
            key={`${user.id} ${id}`}
            organizationId={id}
            onGone={({ name }, way) => {
              setLeft({ id, title: formatMessage(organizationGeneral[way], { name }) });
              onGone?.();
            }}
          />
        );
      }}
    </SettingsPage>
  );
}

interface ProfileOfProps extends Pick<OrganizationProfileProps, 'className' | 'maxPictureSize'> {
  readonly organizationId: string;
  readonly onGone: (organization: Organization, way: 'left' | 'deleted') => void;
}

function ProfileOf({ organizationId, onGone, className, maxPictureSize }: ProfileOfProps): ReactElement {
  const { organization: texts } = useOrganizationMessages();
  const loading = useOrganization(organizationId);
  if (loading.status !== 'loaded') {
    return (
      <BlankCard className={className}>
        <GuardedArea title={texts.paused} text={texts.pausedText}>
          <LoadedView loading={loading}>{() => null}</LoadedView>
        </GuardedArea>
      </BlankCard>
    );
  }
  const organization = loading.value;
  if (organization === null) return <NoOrganization reason="gone" className={className} />;
  return (
    <LazyPage load={loadCard} className={className}>
      {(Card) => (
        <Card
          organization={organization}
          maxPictureSize={maxPictureSize}
          onChanged={loading.reload}
          onGone={(way) => onGone(organization, way)}
          className={className}
        />
      )}
    </LazyPage>
  );
}

const loadCard = async (): Promise<typeof OrganizationCard> =>
  (await import('./OrganizationCard.tsx')).OrganizationCard;
