'use client';

import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
} from 'react';
import { useKit } from '../../react/KitContext.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface GuardedLinkProps extends ComponentPropsWithoutRef<'a'> {
  /** Where it leads. It stays its address in maintenance. */
  readonly href: string;
  /** What it leads to, in words: the dialog calls it by this. */
  readonly label: string;
}

/**
 * A link to where something is changed, such as another vendor's form: in maintenance nobody is sent there into an
 * error. It stays a link, in the tab order and with its address; a press opens the dialog that says why.
 *
 * Renders an `<a data-slot="link">`, with `data-disabled` in maintenance. A `ref` and every other prop go to it.
 */
export const GuardedLink: ForwardRefExoticComponent<GuardedLinkProps & RefAttributes<HTMLAnchorElement>> =
  forwardRef(function GuardedLink({ label, href, className, onClick, children, ...rest }, ref) {
    const slot = useSlot();
    const { deferredActions } = useKit();
    const id = useId();
    const { isBlocked, pressProps } = useGuardedPress({
      onPress: (event: MouseEvent<HTMLAnchorElement>) => void onClick?.(event),
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
