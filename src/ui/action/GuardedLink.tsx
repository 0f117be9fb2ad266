'use client';

import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
} from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
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
    const isDisabled = useMaintenance(blocksMutations);

    function follow(event: MouseEvent<HTMLAnchorElement>): void {
      if (!isDisabled) {
        onClick?.(event);
        return;
      }
      event.preventDefault();
      deferredActions.explain({ id, label, canWait: false, run: () => Promise.resolve() });
    }

    return (
      <>
        <a
          {...rest}
          {...slot('link', { disabled: isDisabled }, className)}
          ref={ref}
          aria-disabled={isDisabled || undefined}
          href={href}
          onClick={follow}
        >
          {children}
        </a>
        <ActionDialog />
      </>
    );
  });
