'use client';

import { useRef, type ReactElement } from 'react';
import { createLazy } from '../../react/createLazy.ts';
import { actionsInEnglish } from '../../messages/actions.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useSession } from '../../react/useSession.ts';
import { SIGN_OUT_ID, useUnguardedSignOut } from '../../react/useSignOut.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { ActionDialog } from '../action/ActionDialog.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { DeferredNotice } from '../action/DeferredNotice.tsx';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';
import type { UserButtonSlot } from '../styling/slotNames.ts';
import { MenuButton, useMenuControl } from '../layout/MenuButton.tsx';
import { nameOf, useUserButtonLabel, UserButtonContent } from './UserFace.tsx';
import type { UserMenuProps } from './UserMenu.tsx';

export interface UserButtonProps {
  /** The links of the menu, above signing out: to the account page, for example. */
  readonly links?: UserMenuProps['links'] | undefined;
  /** Called when the user has signed out with the menu, immediately or after maintenance. */
  readonly onSignedOut?: (() => void) | undefined;
  /** Added to the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ menu: 'my-class' }`. */
  readonly classNames?: ClassNames<UserButtonSlot> | undefined;
}

/** The menu's library is larger than a sign-in page, so it is loaded only for signed-in users. */
const useMenu = createLazy(async () => (await import('./UserMenu.tsx')).UserMenu);

const noLinks: UserMenuProps['links'] = [];

/**
 * Shows the signed-in user and a menu for signing out. During maintenance the session stays: a dialog explains why,
 * and offers to sign out afterwards. Renders nothing for a signed-out user.
 *
 * Renders a `<button data-slot="user-button">` that opens a `<div role="menu" data-slot="menu">`. The button is shown
 * before its menu is loaded, and a press opens the menu then. If the menu fails to load, its links and a button that
 * signs out replace it.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't sign out.
 */
export function UserButton({ classNames, ...props }: UserButtonProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames}>
      <UserMenuButton {...props} />
    </AppearanceProvider>
  );
}

function UserMenuButton(props: UserButtonProps): ReactElement | null {
  const slot = useSlot();
  const session = useSession();
  const groupRef = useRef<HTMLSpanElement>(null);
  if (session.status !== 'signed-in') return null;
  return (
    <span {...slot('action')} ref={groupRef}>
      <Menu {...props} user={session.session.user} />
      <DeferredNotice id={SIGN_OUT_ID} group={groupRef} />
      <ActionDialog />
    </span>
  );
}

function Menu({
  user,
  links = noLinks,
  onSignedOut,
  className,
}: UserButtonProps & Pick<UserMenuProps, 'user'>): ReactElement {
  const menu = useMenu();
  const control = useMenuControl();
  const label = useUserButtonLabel(user);
  const props = { user, links, onSignedOut };
  if (menu.status === 'failed') return <PlainMenu {...props} />;
  const LoadedMenu = menu.status === 'loaded' ? menu.value : null;
  return (
    <>
      <MenuButton
        control={control}
        slotName="user-button"
        isBusy={control.isOpen && LoadedMenu === null}
        label={label}
        className={className}
      >
        <UserButtonContent user={user} />
      </MenuButton>
      {LoadedMenu === null ? null : <LoadedMenu {...props} control={control} />}
    </>
  );
}

function PlainMenu({
  user,
  links,
  onSignedOut,
}: Pick<UserMenuProps, 'user' | 'links' | 'onSignedOut'>): ReactElement {
  const slot = useSlot();
  const { actions } = useMessages(actionsInEnglish);
  const signOut = useUnguardedSignOut('<UserButton>');
  return (
    <>
      {nameOf(user)}{' '}
      {links.map(({ label, href }) => (
        <a key={href} {...slot('link')} href={href}>
          {label}
        </a>
      ))}
      <ActionButton id={SIGN_OUT_ID} label={actions.signOut} run={signOut} canWait onDone={onSignedOut} />
    </>
  );
}
