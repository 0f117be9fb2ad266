'use client';

import type { ReactElement } from 'react';
import { SignInView, type SignInViewProps } from './SignInView.tsx';
import { useSignIn, type SignInOptions } from './useSignIn.ts';

export type SignInProps = SignInOptions & Omit<SignInViewProps, 'submission' | 'onSubmit'>;

/**
 * A card to sign in with. Needs a provider with an adapter that has `signInWithPassword`.
 *
 * In maintenance it says so above the fields, holds the submission back, and keeps what was typed, the password
 * included; it opens again by itself. Where not even reads are served a panel stands in its place meanwhile. A
 * refusal is told in words by its code; a wrong password is cleared.
 *
 * Renders a `<div data-slot="card">` around a `<form data-slot="form">` with `data-status` (editing, submitting,
 * failed, complete) and `data-phase` (open, closed, unavailable, trial, over).
 *
 * @throws {KitError} MK501, MK502, MK506, see `useSignIn`.
 */
export function SignIn({ onSignedIn, ...view }: SignInProps): ReactElement {
  const { submission, submit } = useSignIn({ onSignedIn });
  return (
    <SignInView {...view} submission={submission} onSubmit={(credentials) => void submit(credentials)} />
  );
}
