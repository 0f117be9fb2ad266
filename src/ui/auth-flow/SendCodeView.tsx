'use client';

import type { ReactElement } from 'react';
import type { SecondFactor } from '../../auth/SessionPort.ts';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useMessages } from '../../react/KitContext.ts';
import { MailIcon } from '../styling/icons.tsx';
import { StepCard } from './StepCard.tsx';
import { OtherFactors } from './OtherFactors.tsx';
import type { StepViewProps } from './StepsProps.ts';
import { useWhenOpen } from './useWhenOpen.ts';

export interface SendCodeViewProps extends StepViewProps {
  readonly factors: readonly SecondFactor[];
  readonly onFactor: (factor: SecondFactor) => void;
  readonly onSubmit: (() => Promise<void>) | undefined;
}

/** Sends a code by email when the step appears, or after maintenance. The button is for a failed request. */
export function SendCodeView({
  factors,
  submission,
  onFactor,
  onSubmit,
  ...card
}: SendCodeViewProps): ReactElement {
  const { secondFactor } = useMessages(authStepsInEnglish);
  const { signIn } = useMessages(signInInEnglish);
  useWhenOpen(onSubmit, submission);
  return (
    <StepCard
      {...card}
      icon={<MailIcon />}
      texts={{
        title: secondFactor.title,
        text: secondFactor.emailCode,
        submit: secondFactor.send,
        submitting: secondFactor.sending,
        paused: signIn.paused,
      }}
      submission={submission}
      onSubmit={() => void onSubmit?.()}
      below={factors.length === 0 ? null : <OtherFactors factors={factors} onFactor={onFactor} />}
    >
      {() => null}
    </StepCard>
  );
}
