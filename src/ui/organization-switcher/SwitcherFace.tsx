'use client';

import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { ChoiceIcon } from '../styling/icons.tsx';
import { Picture } from '../layout/Picture.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { OrganizationChoice } from './useOrganizationSwitcher.ts';

interface SwitcherFaceProps extends Pick<OrganizationChoice, 'organizations' | 'activeId' | 'switching'> {
  readonly user: AuthUser;
}

/** The content of the button, with a visually hidden text for its purpose. */
export function SwitcherContent(props: SwitcherFaceProps): ReactElement {
  const { label } = useOrganizationMessages().organizationSwitcher;
  return (
    <>
      <span className="mk-visually-hidden">{label}: </span>
      <SwitcherFace {...props} />
    </>
  );
}

/** Renders the picture and name of the active organization, or of the one being switched to. */
function SwitcherFace({ user, ...choice }: SwitcherFaceProps): ReactElement {
  const slot = useSlot();
  const { loading } = useMessages(noticesInEnglish);
  const { organizationSwitcher } = useOrganizationMessages();
  const { personal } = organizationSwitcher;
  const { id, name, imageUrl } = placeOf(choice);
  return (
    <>
      {id === null ? (
        <Picture name={user.name ?? user.email ?? personal} imageUrl={user.imageUrl} size="small" />
      ) : (
        <Picture name={name ?? ''} imageUrl={imageUrl} shape="square" size="small" />
      )}
      <span {...slot('user-button-name')}>{id === null ? personal : (name ?? loading)}</span>
      <ChoiceIcon {...slot('organization-switcher-icon')} width="1rem" height="1rem" />
    </>
  );
}

/** Returns the active organization, or the one being switched to. */
function placeOf({
  organizations,
  activeId,
  switching,
}: Pick<OrganizationChoice, 'organizations' | 'activeId' | 'switching'>): {
  readonly id: string | null;
  readonly name?: string;
  readonly imageUrl?: string | undefined;
} {
  const id = switching.status === 'switching' ? switching.id : activeId;
  const all = organizations.status === 'loaded' ? organizations.value : [];
  return all.find((organization) => organization.id === id) ?? { id };
}
