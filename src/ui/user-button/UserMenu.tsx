'use client';

import { Content, Item, Label, Portal, Root, Separator, Trigger } from '@radix-ui/react-dropdown-menu';
import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { useMessages } from '../../react/KitContext.ts';
import { SIGN_OUT_ID, useUnguardedSignOut } from '../../react/useSignOut.ts';
import { GuardedMenuItem } from '../action/GuardedMenuItem.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { PressedEarly } from '../layout/PendingTrigger.tsx';
import { nameOf, useUserButtonLabel, UserButtonContent } from './UserFace.tsx';

export interface UserMenuProps extends PressedEarly {
  readonly user: AuthUser;
  /** Where the menu leads, above signing out. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly onSignedOut?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** The menu, with what opens it. */
export function UserMenu({
  user,
  links,
  onSignedOut,
  className,
  defaultOpen,
  takeFocus,
}: UserMenuProps): ReactElement {
  const slot = useSlot();
  const { actions } = useMessages();
  const signOut = useUnguardedSignOut('<UserButton>');
  const name = nameOf(user);
  return (
    // The library does not ask the page which way it is written.
    <Root
      modal={false}
      defaultOpen={defaultOpen}
      dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}
    >
      <Trigger {...slot('user-button', {}, className)} aria-label={useUserButtonLabel(user)} ref={takeFocus}>
        <UserButtonContent user={user} />
      </Trigger>
      <Portal>
        <Content {...slot('menu')} align="end" sideOffset={6} collisionPadding={8}>
          <Label {...slot('menu-label')}>
            <strong>{name}</strong>
            {user.email === undefined || user.email === name ? null : <span>{user.email}</span>}
          </Label>
          <Separator {...slot('menu-line')} />
          {links.map(({ label, href }) => (
            <Item key={href} asChild {...slot('menu-item')}>
              <a href={href}>{label}</a>
            </Item>
          ))}
          <GuardedMenuItem
            id={SIGN_OUT_ID}
            label={actions.signOut}
            run={signOut}
            canWait
            onDone={onSignedOut}
          />
        </Content>
      </Portal>
    </Root>
  );
}
