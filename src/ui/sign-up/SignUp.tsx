'use client';

import { useState, type ReactElement } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import { needsOf, plainNeeds } from '../form/AccountFields.tsx';
import { FlowCard } from '../auth-flow/FlowCard.tsx';
import type { AuthSetup } from '../auth-flow/useAuthOptions.ts';
import { useLazySteps } from '../auth-flow/useLazySteps.ts';
import { Card } from '../layout/Card.tsx';
import { FooterLink, type FormCardAppearance } from '../form/FormCard.tsx';
import { AlternativeMethods } from '../auth-flow/AlternativeMethods.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import { SignUpView } from './SignUpView.tsx';
import { useSignUp, type SignUpOptions } from './useSignUp.ts';

export interface SignUpProps extends SignUpOptions, FormCardAppearance, AppearanceProps {
  /** Where people with an account go. Left out, the line is left out. */
  readonly signInUrl?: string | undefined;
  /** The shortest password that the backend takes. Default: what it says itself, else 8 characters. */
  readonly minPasswordLength?: number | undefined;
}

/**
 * A card to make an account with, over all the steps that the backend asks for: the fields that its
 * `loadAuthOptions` names, a code by email, what is missing after another service said who somebody is. Needs a
 * provider with an adapter that has `signUp`. Behaves in maintenance as `SignIn` does, and has the same selectors.
 *
 * @throws {KitError} MK501, MK502, MK506, see `useSignUp`.
 */
export function SignUp({ classNames, render, ...props }: SignUpProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames} render={render}>
      <SignUpFlow {...props} />
    </AppearanceProvider>
  );
}

function SignUpFlow({
  onSignedUp,
  onRedirect,
  signInUrl,
  minPasswordLength,
  application,
  ...looks
}: SignUpProps): ReactElement {
  const signUp = useSignUp({ onSignedUp, onRedirect });
  const { actions, aside } = signUp;
  const later = useLazySteps(signUp);
  const [setup, freeze] = useSettled(signUp.setup);
  const options = setup.status === 'known' ? setup.options : undefined;
  const canUseProvider = actions.signInWithProvider !== undefined;

  if (options && !options.signUp.isOpen) {
    return <Closed {...looks} signInUrl={signInUrl} />;
  }
  return (
    <FlowCard
      {...looks}
      flow={signUp}
      later={later}
      minPasswordLength={minPasswordLength}
      signInUrl={signInUrl}
      onFocus={freeze}
    >
      <SignUpView
        {...looks}
        application={application ?? options?.applicationName}
        submission={later.firstSubmission}
        needs={options ? needsOf(options) : plainNeeds}
        legal={options?.signUp}
        minPasswordLength={minPasswordLength ?? options?.password.minLength ?? 8}
        signInUrl={signInUrl}
        ways={
          <AlternativeMethods
            providers={canUseProvider && options ? options.providers : []}
            aside={aside}
            isFirst
            onProvider={(provider) => void actions.signInWithProvider?.(provider)}
          />
        }
        onSubmit={(details) => void signUp.submit(details)}
      />
    </FlowCard>
  );
}

/**
 * How the backend was set up when somebody began to fill the form in: no field is taken away after that. What the backend
 * misses then, it asks for in a step of its own.
 */
function useSettled(setup: AuthSetup): readonly [setup: AuthSetup, freeze: () => void] {
  const [settled, setSettled] = useState<AuthSetup>();
  return [settled ?? setup, () => setSettled((before) => before ?? setup)];
}

/** Nobody may create an account by themselves. */
function Closed({
  signInUrl,
  ...looks
}: Pick<FormCardAppearance, 'header' | 'className'> & {
  readonly signInUrl: string | undefined;
}): ReactElement {
  const { details, signUp } = useMessages();
  return (
    <Card
      {...looks}
      title={details.closedTitle}
      text={details.closedText}
      footer={signInUrl && <FooterLink text={signUp.haveAccount} link={signUp.signIn} href={signInUrl} />}
    />
  );
}
