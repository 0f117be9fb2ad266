'use client';

import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { safeAddress } from '../../protocol/safeAddress.ts';
import { actionsInEnglish } from '../../messages/actions.ts';
import { useMessages } from '../../react/KitContext.ts';
import { initialsOf } from '../layout/initialsOf.ts';
import { useSlot } from '../styling/useSlot.ts';

/** Renders the user's picture, or initials. The name is always shown beside it. */
function UserFace({ user }: { readonly user: AuthUser }): ReactElement {
  const slot = useSlot();
  const picture = safeAddress('picture', user.imageUrl);
  // The stylesheet renders the attribute, so that the initials aren't part of the button's label.
  const initials = picture === undefined ? initialsOf(nameOf(user)) : undefined;
  return (
    <span {...slot('avatar', { initials })} aria-hidden="true">
      {picture === undefined ? null : <img src={picture} alt="" width="28" height="28" />}
    </span>
  );
}

/** The content of the button: the picture, and the name beside it. */
export function UserButtonContent({ user }: { readonly user: AuthUser }): ReactElement {
  const slot = useSlot();
  return (
    <>
      <UserFace user={user} />
      <span {...slot('user-button-name')}>{nameOf(user)}</span>
    </>
  );
}

/** The accessible name of the button. */
export function useUserButtonLabel(user: AuthUser): string {
  return formatMessage(useMessages(actionsInEnglish).actions.account, { name: nameOf(user) });
}

export function nameOf({ name, email, id }: AuthUser): string {
  return name ?? email ?? id;
}
