'use client';

import { Item, Label, Separator } from '@radix-ui/react-dropdown-menu';
import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { useMessages } from '../../react/KitContext.ts';
import { SIGN_OUT_ID, useUnguardedSignOut } from '../../react/useSignOut.ts';
import { GuardedMenuItem } from '../action/GuardedMenuItem.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { Menu } from '../layout/Menu.tsx';
import type { MenuControl } from '../layout/MenuButton.tsx';
import { nameOf } from './UserFace.tsx';

export interface UserMenuProps {
  readonly control: MenuControl;
  readonly user: AuthUser;
  /** Where the menu leads, above signing out. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly onSignedOut?: (() => void) | undefined;
}

/** The content of the user's menu. */
export function UserMenu({ control, user, links, onSignedOut }: UserMenuProps): ReactElement {
  const slot = useSlot();
  const { actions } = useMessages();
  const signOut = useUnguardedSignOut('<UserButton>');
  const name = nameOf(user);
  return (
    <Menu control={control} align="end">
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
      <GuardedMenuItem id={SIGN_OUT_ID} label={actions.signOut} run={signOut} canWait onDone={onSignedOut} />
    </Menu>
  );
}
