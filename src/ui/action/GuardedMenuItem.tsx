'use client';

import { Item } from '@radix-ui/react-dropdown-menu';
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { useKit } from '../../react/KitContext.ts';
import { useAction } from '../../react/useAction.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface GuardedMenuItemProps extends Omit<ComponentPropsWithoutRef<'div'>, 'id' | 'onSelect'> {
  /** Identifies the action while it is deferred, see `useAction`. Default: unique to each mounted item. */
  readonly id?: string | undefined;
  /** The action's name in the dialog and the announcements. */
  readonly label: string;
  /** Runs the action. */
  readonly run: () => Promise<unknown>;
  /** Whether the action may run after maintenance without another press. Default: false. */
  readonly canWait?: boolean | undefined;
  /** Called when the action succeeds. */
  readonly onDone?: (() => void) | undefined;
  /** The content of the item. Default: its label. */
  readonly children?: ReactNode;
}

/**
 * A guarded item of a Radix dropdown menu. During maintenance it can still be focused and selected. A dialog then
 * explains why the action didn't run, so render a `MaintenanceDialog` outside of the menu.
 *
 * Renders a `<div role="menuitem" data-slot="menu-item">`, with `aria-disabled` and `data-disabled` during
 * maintenance. A `ref` and every other prop go to it.
 */
export const GuardedMenuItem: ForwardRefExoticComponent<
  GuardedMenuItemProps & RefAttributes<HTMLDivElement>
> = forwardRef(function GuardedMenuItem(
  { id, label, run, canWait = false, onDone, className, children = label, ...rest },
  ref,
) {
  const slot = useSlot();
  const { adapter } = useKit();
  const { isDisabled, perform } = useAction(run, { id, label, canWait, onDone, api: adapter?.baseUrl });
  return (
    <Item
      {...rest}
      {...slot('menu-item', { disabled: isDisabled }, className)}
      ref={ref}
      aria-disabled={isDisabled || undefined}
      aria-haspopup={isDisabled ? 'dialog' : undefined}
      onSelect={() => void perform()}
    >
      {children}
    </Item>
  );
});
