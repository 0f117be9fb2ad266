'use client';

import type { ReactElement } from 'react';
import { SignUpView, type SignUpViewProps } from './SignUpView.tsx';
import { useSignUp, type SignUpOptions } from './useSignUp.ts';

export type SignUpProps = SignUpOptions & Omit<SignUpViewProps, 'submission' | 'onSubmit'>;

/**
 * A card to make an account with. Needs a provider with an adapter that has `signUp`. Behaves in maintenance as
 * `SignIn` does, and has the same selectors.
 *
 * @throws {KitError} MK501, MK502, MK506, see `useSignUp`.
 */
export function SignUp({ onSignedUp, ...view }: SignUpProps): ReactElement {
  const { submission, submit } = useSignUp({ onSignedUp });
  return <SignUpView {...view} submission={submission} onSubmit={(details) => void submit(details)} />;
}
