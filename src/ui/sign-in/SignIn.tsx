'use client';

import type { ReactElement } from 'react';
import { FlowCard } from '../auth-flow/FlowCard.tsx';
import { useLazySteps } from '../auth-flow/useLazySteps.ts';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import { AlternativeMethods } from '../auth-flow/AlternativeMethods.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import type { SignInSlot } from '../styling/slotNames.ts';
import { SignInView } from './SignInView.tsx';
import { useSignIn, type SignInOptions } from './useSignIn.ts';

export interface SignInProps extends SignInOptions, FormCardAppearance, AppearanceProps<SignInSlot> {
  /** The URL for users without an account. Default: the line isn't shown. */
  readonly signUpUrl?: string | undefined;
}

/**
 * A card that signs in, with every step that the backend requires: a password or a code by email, a second factor, a
 * new password for a forgotten one. Or a provider, or a passkey. It shows the features of the adapter and its
 * `loadAuthOptions`.
 *
 * During maintenance it shows a notice above the fields, blocks submission, and keeps the input, including passwords
 * and codes. It is enabled again afterwards. While even reads are rejected, a panel replaces it. An error has a text
 * by its code, and a wrong password or code is cleared. When the step changes, the focus moves to its first field.
 * The step survives a reload and the browser's back button if the backend can load it.
 *
 * Renders a `<div data-slot="step" data-step="…">` around a `<div data-slot="card">` around a `<form
 * data-slot="form">` with `data-status` (editing, submitting, failed, complete), `data-availability` (operational,
 * read-only, unavailable, recovering) and `data-recently-recovered`.
 *
 * @throws {KitError} MK501, MK502, MK506, see `useSignIn`.
 */
export function SignIn({ classNames, render, ...props }: SignInProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames} render={render}>
      <SignInFlow {...props} />
    </AppearanceProvider>
  );
}

function SignInFlow({ onSignedIn, onRedirect, signUpUrl, application, ...looks }: SignInProps): ReactElement {
  const signIn = useSignIn({ onSignedIn, onRedirect });
  const { actions, aside, setup, ways } = signIn;
  const lazySteps = useLazySteps(signIn);
  const known = setup.status === 'known' ? setup.options.applicationName : undefined;
  return (
    <FlowCard {...looks} flow={signIn} lazySteps={lazySteps}>
      <SignInView
        {...looks}
        application={application ?? known}
        submission={lazySteps.firstSubmission}
        proof={ways.proof}
        identifiers={ways.identifiers}
        signUpUrl={signUpUrl}
        ways={
          <AlternativeMethods
            providers={ways.providers}
            aside={aside}
            isFirst={ways.proof !== 'none'}
            onProvider={(provider) => void actions.signInWithProvider?.(provider)}
            onPasskey={ways.hasPasskey ? () => void actions.signInWithPasskey?.() : undefined}
          />
        }
        onPassword={actions.signInWithPassword}
        onCode={actions.requestSignInCode}
        onForgottenPassword={
          ways.hasPasswordReset
            ? () => actions.goTo({ name: 'identify', purpose: 'new-password' })
            : undefined
        }
        onCodeInstead={
          ways.hasCodeInstead ? () => actions.goTo({ name: 'identify', purpose: 'sign-in' }) : undefined
        }
      />
    </FlowCard>
  );
}
