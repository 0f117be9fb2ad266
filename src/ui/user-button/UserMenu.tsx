'use client';

import { Label, Separator } from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { actionsInEnglish } from '../../messages/actions.ts';
import { useMessages } from '../../react/KitContext.ts';
import { SIGN_OUT_ID, useUnguardedSignOut } from '../../react/useSignOut.ts';
import { GuardedMenuItem } from '../action/GuardedMenuItem.tsx';
import { MenuLink } from '../layout/MenuLink.tsx';
import { AccountIcon, SignOutIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { Menu } from '../layout/Menu.tsx';
import type { MenuControl } from '../layout/MenuButton.tsx';
import { nameOf } from './UserFace.tsx';

export interface UserMenuLink {
  readonly label: string;
  readonly href: string;
  /** A decorative icon, 16 pixels wide. Default: a user in a circle. */
  readonly icon?: ReactNode;
}

export interface UserMenuProps {
  readonly control: MenuControl;
  readonly user: AuthUser;
  /** The links of the menu, above signing out. */
  readonly links: readonly UserMenuLink[];
  readonly onSignedOut?: (() => void) | undefined;
}

/** The content of the user's menu. */
export function UserMenu({ control, user, links, onSignedOut }: UserMenuProps): ReactElement {
  const slot = useSlot();
  const { actions } = useMessages(actionsInEnglish);
  const signOut = useUnguardedSignOut('<UserButton>');
  const name = nameOf(user);
  return (
    <Menu control={control} align="end">
      <Label {...slot('menu-label')}>
        <strong>{name}</strong>
        {user.email === undefined || user.email === name ? null : <span>{user.email}</span>}
      </Label>
      <Separator {...slot('menu-line')} />
      {links.map(({ label, href, icon }) => (
        <MenuLink key={href} href={href} icon={icon ?? <AccountIcon width="1rem" height="1rem" />}>
          {label}
        </MenuLink>
      ))}
      <GuardedMenuItem id={SIGN_OUT_ID} label={actions.signOut} run={signOut} canWait onDone={onSignedOut}>
        <SignOutIcon width="1rem" height="1rem" />
        {actions.signOut}
      </GuardedMenuItem>
    </Menu>
  );
}
