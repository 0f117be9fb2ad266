'use client';

import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
} from 'react';
import { useDeferredActions } from '../../react/useDeferredActions.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface GuardedLinkProps extends ComponentPropsWithoutRef<'a'> {
  /** The URL, which stays during maintenance. */
  readonly href: string;
  /** The name of the target, for the dialog. */
  readonly label: string;
}

/**
 * A link to a page that changes data, such as another vendor's form. During maintenance it stays a link, in the tab
 * order and with its URL, and a press opens a dialog that explains why the page can't be used.
 *
 * Renders an `<a data-slot="link">`, with `data-disabled` during maintenance. A `ref` and every other prop go to it.
 */
export const GuardedLink: ForwardRefExoticComponent<GuardedLinkProps & RefAttributes<HTMLAnchorElement>> =
  forwardRef(function GuardedLink({ label, href, className, onClick, children, ...rest }, ref) {
    const slot = useSlot();
    const deferredActions = useDeferredActions();
    const id = useId();
    const { isBlocked, pressProps } = useGuardedPress({
      // Returns nothing, so that an async handler of the application doesn't block the next press.
      onPress(event: MouseEvent<HTMLAnchorElement>) {
        onClick?.(event);
      },
      onBlocked: () => deferredActions.explain({ id, label, canWait: false, run: () => Promise.resolve() }),
    });

    return (
      <>
        <a
          {...rest}
          {...slot('link', { disabled: isBlocked }, className)}
          {...pressProps}
          ref={ref}
          href={href}
        >
          {children}
        </a>
        <ActionDialog />
      </>
    );
  });
