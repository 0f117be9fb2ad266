'use client';

import { useState, type ReactElement } from 'react';
import { assertAdditionalFields } from '../../auth/assertAdditionalFields.ts';
import type { SignUpDetails } from '../../auth/SignInPort.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import {
  noAdditionalFields,
  type AdditionalField,
  type AdditionalValues,
} from '../form/AdditionalFields.tsx';
import { needsOf, plainNeeds } from '../form/accountNeeds.ts';
import { FlowCard } from '../auth-flow/FlowCard.tsx';
import type { AuthSetup } from '../auth-flow/useAuthOptions.ts';
import { useLazySteps } from '../auth-flow/useLazySteps.ts';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import { AlternativeMethods } from '../auth-flow/AlternativeMethods.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import type { SignUpSlot } from '../styling/slotNames.ts';
import { SignUpClosed } from './SignUpClosed.tsx';
import { SignUpView } from './SignUpView.tsx';
import { useSignUp, type SignUpOptions } from './useSignUp.ts';

export interface SignUpProps extends SignUpOptions, FormCardAppearance, AppearanceProps<SignUpSlot> {
  /** The URL for users with an account. Default: the line isn't shown. */
  readonly signInUrl?: string | undefined;
  /** The minimum length of a password. Default: the backend's own minimum, else 8 characters. */
  readonly minPasswordLength?: number | undefined;
  /**
   * Your own fields, after those of the kit: `[{ name: 'phoneNumber', label: 'Phone number', type: 'tel' }]`. Their
   * values are sent as `additional` of `signUp`. Requires an adapter with `supportsAdditionalFields`. Default: none.
   */
  readonly additionalFields?: readonly AdditionalField[] | undefined;
}

/**
 * A card that creates an account, with every step that the backend requires: the fields of its `loadAuthOptions`, a
 * code by email, details that are missing after signing in with a provider. Requires an adapter with `signUp`.
 * Behaves in maintenance as `SignIn` does, and has the same selectors.
 *
 * @throws {KitError} MK501, MK502, MK506, see `useSignUp`; MK507 if the adapter doesn't support `additionalFields`,
 *   MK508 if the name of one of them is taken.
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
  additionalFields = noAdditionalFields,
  ...looks
}: SignUpProps): ReactElement {
  assertAdditionalFields(useAdapter().adapter, additionalFields, '<SignUp>');
  const signUp = useSignUp({ onSignedUp, onRedirect });
  const [additionalValues, setAdditionalValues] = useState<AdditionalValues>();
  const { actions, aside } = signUp;
  const lazySteps = useLazySteps(signUp);
  const [setup, freeze] = useSettled(signUp.setup);
  const options = setup.status === 'known' ? setup.options : undefined;
  const canUseProvider = actions.signInWithProvider !== undefined;

  function submit(details: SignUpDetails, fields: readonly string[]): void {
    setAdditionalValues(details.additional);
    void actions.signUp?.(details, fields);
  }

  if (options && !options.signUp.isOpen) {
    return <SignUpClosed {...looks} signInUrl={signInUrl} />;
  }
  return (
    <FlowCard
      {...looks}
      flow={signUp}
      lazySteps={lazySteps}
      minPasswordLength={minPasswordLength}
      signInUrl={signInUrl}
      additionalFields={additionalFields}
      additionalValues={additionalValues}
      onFocus={freeze}
    >
      <SignUpView
        {...looks}
        application={application ?? options?.applicationName}
        submission={lazySteps.firstSubmission}
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
        additionalFields={additionalFields}
        onSubmit={submit}
      />
    </FlowCard>
  );
}

/**
 * Keeps the options of the first input, so that no field disappears after it. The backend asks for missing details in
 * a separate step.
 */
function useSettled(setup: AuthSetup): readonly [setup: AuthSetup, freeze: () => void] {
  const [settled, setSettled] = useState<AuthSetup>();
  return [settled ?? setup, () => setSettled((before) => before ?? setup)];
}
