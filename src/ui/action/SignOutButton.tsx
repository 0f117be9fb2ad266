'use client';

import { forwardRef, type ForwardRefExoticComponent, type ReactNode, type RefAttributes } from 'react';
import { actionsInEnglish } from '../../messages/actions.ts';
import { useMessages } from '../../react/KitContext.ts';
import { SIGN_OUT_ID, useUnguardedSignOut } from '../../react/useSignOut.ts';
import { ActionButton, type ActionButtonProps } from './ActionButton.tsx';

export interface SignOutButtonProps extends Omit<
  ActionButtonProps,
  'id' | 'label' | 'run' | 'canWait' | 'onDone'
> {
  /** Called when the user is signed out. */
  readonly onSignedOut?: (() => void) | undefined;
  /** Added to the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** The content of the button. Default: "Sign out". */
  readonly children?: ReactNode;
}

/**
 * A button that signs out. During maintenance the session and the page stay: a press opens a dialog that explains
 * this, and offers to sign out afterwards.
 *
 * Renders a `<button type="button" data-slot="button">` with `data-disabled` and `data-pending`. A `ref` and every
 * other prop go to the button.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't sign out.
 */
export const SignOutButton: ForwardRefExoticComponent<SignOutButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function SignOutButton({ onSignedOut, children, ...rest }, ref) {
    const { actions } = useMessages(actionsInEnglish);
    const signOut = useUnguardedSignOut('<SignOutButton>');
    return (
      <ActionButton
        {...rest}
        ref={ref}
        id={SIGN_OUT_ID}
        label={actions.signOut}
        run={signOut}
        canWait
        onDone={onSignedOut}
      >
        {children}
      </ActionButton>
    );
  });
