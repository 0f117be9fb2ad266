'use client';

import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import { SIGN_OUT_ID, useUnguardedSignOut } from '../../react/useSignOut.ts';
import { ActionButton } from '../parts/ActionButton.tsx';

export interface SignOutButtonProps {
  /** Called when the person is signed out. */
  readonly onSignedOut?: (() => void) | undefined;
  /** Beside the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** What the button shows. Default: "Sign out". */
  readonly children?: ReactNode;
}

/**
 * A button that signs out. In maintenance that cannot be done: the session is kept and nothing goes blank. A press
 * says so in a dialog, which offers to sign out when the maintenance is over.
 *
 * Renders a `<button type="button" data-slot="button">` with `data-closed` and `data-pending`.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot sign out.
 */
export function SignOutButton({ onSignedOut, className, children }: SignOutButtonProps): ReactElement {
  const { actions } = useMessages();
  const signOut = useUnguardedSignOut('<SignOutButton>');
  return (
    <ActionButton
      id={SIGN_OUT_ID}
      label={actions.signOut}
      run={signOut}
      canWait
      onDone={onSignedOut}
      className={className}
    >
      {children}
    </ActionButton>
  );
}
