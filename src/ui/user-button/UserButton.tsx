'use client';

import { lazy, Suspense, type ReactElement } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import { useSession } from '../../react/useSession.ts';
import { SIGN_OUT_ID, useUnguardedSignOut } from '../../react/useSignOut.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { ActionDialog } from '../parts/ActionDialog.tsx';
import { useSlot } from '../parts/slot.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { Looks, type ClassNames } from '../parts/Looks.tsx';
import { nameOf, UserFace } from './UserFace.tsx';
import type { UserMenuProps } from './UserMenu.tsx';

export interface UserButtonProps {
  /** Where the menu leads, above signing out: to the account page, for example. */
  readonly links?: UserMenuProps['links'] | undefined;
  /** Called when the person has signed out by the menu, at once or when the maintenance was over. */
  readonly onSignedOut?: (() => void) | undefined;
  /** Beside the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ menu: 'my-class' }`. */
  readonly classNames?: ClassNames | undefined;
}

/** A menu weighs more than a sign-in: it is loaded where somebody is signed in. */
const Menu = lazy(() =>
  import('./UserMenu.tsx').then(
    ({ UserMenu }) => ({ default: UserMenu }),
    // Where it cannot be loaded there is still a way out.
    () => ({ default: PlainMenu }),
  ),
);

const noLinks: UserMenuProps['links'] = [];

/**
 * Who is signed in, and a menu with the way out. Signing out in maintenance keeps the session and blanks nothing: a
 * dialog says so, and offers to do it when the maintenance is over. Nothing where nobody is signed in.
 *
 * Renders a `<button data-slot="user-button">` that opens a `<div role="menu" data-slot="menu">`.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot sign out.
 */
export function UserButton({ classNames, ...props }: UserButtonProps): ReactElement {
  return (
    <Looks classNames={classNames}>
      <UserMenuButton {...props} />
    </Looks>
  );
}

function UserMenuButton({ links = noLinks, onSignedOut, className }: UserButtonProps): ReactElement | null {
  const slot = useSlot();
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  const { user } = session.session;
  return (
    <span {...slot('action')}>
      <Suspense
        fallback={
          <span {...slot('user-button', { pending: true }, className)}>
            <UserFace user={user} />
            <span {...slot('user-name')}>{nameOf(user)}</span>
          </span>
        }
      >
        <Menu user={user} links={links} onSignedOut={onSignedOut} className={className} />
      </Suspense>
      <Waiting id={SIGN_OUT_ID} />
      <ActionDialog />
    </span>
  );
}

function PlainMenu({ user, links, onSignedOut }: UserMenuProps): ReactElement {
  const slot = useSlot();
  const { actions } = useMessages();
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
