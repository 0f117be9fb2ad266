'use client';

import { Content, Portal, Root, Trigger } from '@radix-ui/react-dropdown-menu';
import { forwardRef, useImperativeHandle, type ReactElement, type ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';
import type { MenuControl } from './MenuButton.tsx';

export interface MenuProps {
  readonly control: MenuControl;
  /** The edge of the button with which the menu is aligned. */
  readonly align: 'start' | 'end';
  readonly children: ReactNode;
}

/**
 * The menu of a `MenuButton`, loaded after it.
 *
 * Renders a `<div role="menu" data-slot="menu">` while it is open.
 */
export function Menu({ control, align, children }: MenuProps): ReactElement {
  const slot = useSlot();
  const { isOpen, setIsOpen, buttonId, button } = control;
  return (
    <Root
      modal={false}
      open={isOpen}
      onOpenChange={setIsOpen}
      // The library doesn't read the direction of the page.
      dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}
    >
      <Trigger asChild>
        <ButtonHandle button={button} />
      </Trigger>
      <Portal>
        <Content
          {...slot('menu')}
          aria-labelledby={buttonId}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          {children}
        </Content>
      </Portal>
    </Root>
  );
}

/** Renders nothing. Passes the existing button to the library, which places the menu beside it and focuses it. */
const ButtonHandle = forwardRef<HTMLButtonElement, { readonly button: HTMLButtonElement | null }>(
  function ButtonHandle({ button }, ref) {
    useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => button);
    return null;
  },
);
