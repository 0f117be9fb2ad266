'use client';

import type { ReactElement } from 'react';
import { AccountCreatedView } from './AccountCreatedView.tsx';
import { firstStep } from './authStep.ts';
import { CodeView } from './CodeView.tsx';
import { DetailsView } from './DetailsView.tsx';
import { IdentifyView } from './IdentifyView.tsx';
import { NewPasswordView } from './NewPasswordView.tsx';
import { noAdditionalFields } from '../form/AdditionalFields.tsx';
import { cardSubmission } from './authFlow.ts';
import { ReturningView } from './ReturningView.tsx';
import { SecondFactorView } from './SecondFactorView.tsx';
import { SendCodeView } from './SendCodeView.tsx';
import { SessionPendingView } from './SessionPendingView.tsx';
import type { StepsProps } from './StepsProps.ts';

/** Renders the card of every step after the first. A separate module, since most users only need the first step. */
export function AuthSteps({
  flow,
  additionalFields = noAdditionalFields,
  additionalValues,
  ...looks
}: StepsProps): ReactElement | null {
  const { step, actions, aside, setup, draft } = flow;
  const card = {
    ...looks,
    draftKey: draft,
    submission: cardSubmission({ form: flow.submission, secondary: aside.submission }),
    onBack: () => actions.goTo(firstStep),
  };
  const options = setup.status === 'known' ? setup.options : undefined;
  const minPasswordLength = looks.minPasswordLength ?? options?.password.minLength ?? 8;

  switch (step.name) {
    case 'start':
      return null;
    case 'identify':
      return (
        <IdentifyView
          {...card}
          purpose={step.purpose}
          identifiers={options?.identifiers ?? ['email']}
          onSubmit={step.purpose === 'sign-in' ? actions.requestSignInCode : actions.requestPasswordReset}
        />
      );
    case 'code':
      return (
        <CodeView
          {...card}
          step={step}
          isResending={aside.submission.status === 'submitting'}
          onSubmit={actions.submitCode}
          onResend={actions.resendCode}
          onFactor={(factor) => actions.goTo({ name: 'second-factor', factor, factors: step.factors })}
        />
      );
    case 'second-factor': {
      const { factor, factors } = step;
      const other = {
        factors: factors.filter((candidate) => candidate !== factor),
        onFactor: (next: typeof factor) => actions.goTo({ ...step, factor: next }),
      };
      return factor === 'email-code' ? (
        <SendCodeView {...card} {...other} onSubmit={actions.requestSecondFactorCode} />
      ) : (
        <SecondFactorView {...card} {...other} factor={factor} onSubmit={actions.submitSecondFactor} />
      );
    }
    case 'new-password':
      return (
        <NewPasswordView {...card} minPasswordLength={minPasswordLength} onSubmit={actions.setNewPassword} />
      );
    case 'details':
      return (
        <DetailsView
          {...card}
          missing={step.missing}
          legal={options?.signUp}
          additionalFields={additionalFields}
          additionalValues={additionalValues}
          minPasswordLength={minPasswordLength}
          onSubmit={actions.completeSignUp}
        />
      );
    case 'returning':
      return <ReturningView {...card} onSubmit={actions.finishProviderSignIn} />;
    case 'account-created':
      return (
        <AccountCreatedView
          header={looks.header}
          className={looks.className}
          confirmEmail={step.confirmEmail}
          signInUrl={looks.signInUrl}
          onSignIn={step.flow === 'sign-in' ? card.onBack : undefined}
        />
      );
    case 'session-pending':
      return <SessionPendingView header={looks.header} className={looks.className} flow={step.flow} />;
  }
}
