'use client';

import { Item } from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

export interface MenuLinkProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/**
 * A menu item that links to another page.
 *
 * Renders an `<a role="menuitem" data-slot="menu-item">`.
 */
export function MenuLink({ href, icon, children }: MenuLinkProps): ReactElement {
  const slot = useSlot();
  return (
    <Item asChild {...slot('menu-item')}>
      <a href={href}>
        {icon}
        {children}
      </a>
    </Item>
  );
}
