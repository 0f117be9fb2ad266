'use client';

import { useState, type ReactElement } from 'react';
import type { SecondFactor } from '../../auth/SessionPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useDrafts } from '../../react/useDrafts.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { MailIcon } from '../styling/icons.tsx';
import { OtpField } from '../form/OtpField.tsx';
import { ResendCode } from '../form/ResendCode.tsx';
import { StepCard } from './StepCard.tsx';
import { textValue } from '../form/textValue.ts';
import type { AuthStep } from './authStep.ts';
import { OtherFactors } from './OtherFactors.tsx';
import type { StepViewProps } from './StepsProps.ts';

export interface CodeViewProps extends StepViewProps {
  readonly step: Extract<AuthStep, { name: 'code' }>;
  readonly isResending: boolean;
  readonly onSubmit: ((answer: { readonly code: string }) => Promise<void>) | undefined;
  /** Sends another code and resolves to whether it was sent. Absent if the adapter can't send one. */
  readonly onResend: (() => Promise<boolean>) | undefined;
  readonly onFactor: (factor: SecondFactor) => void;
}

/** The step for a code that was sent by email. */
export function CodeView({
  step: { purpose, sentTo, sentAt, factors },
  isResending,
  submission,
  onSubmit,
  onResend,
  onFactor,
  ...card
}: CodeViewProps): ReactElement {
  const { announcer } = useKit();
  const drafts = useDrafts();
  const { code } = useMessages(authStepsInEnglish);
  const { signIn } = useMessages(signInInEnglish);
  const { signUp } = useMessages(signUpInEnglish);
  const [typedBefore] = useState(() => drafts.read(card.draftKey)['code']);
  const isForSignUp = purpose === 'sign-up';
  const [sentText, resentText] =
    purpose === 'new-password'
      ? [code.textForNewPassword, code.resentForNewPassword]
      : [code.text, code.resent];

  async function resend(): Promise<void> {
    if (await onResend?.()) announcer.announce(formatMessage(resentText, { address: sentTo }), 'polite');
  }

  return (
    <StepCard
      {...card}
      icon={<MailIcon />}
      texts={{
        ...code,
        title: isForSignUp ? code.titleForSignUp : code.title,
        text: formatMessage(sentText, { address: sentTo }),
        paused: isForSignUp ? signUp.paused : signIn.paused,
      }}
      submission={submission}
      onSubmit={(values) => void onSubmit?.({ code: textValue(values, 'code') })}
      below={
        <OtherFactors factors={factors.filter((factor) => factor !== 'email-code')} onFactor={onFactor}>
          {onResend ? (
            <ResendCode sentAt={sentAt} isPending={isResending} onResend={() => void resend()} />
          ) : null}
        </OtherFactors>
      }
    >
      {(errorOf) => (
        <OtpField name="code" label={code.label} initialValue={typedBefore} serverError={errorOf('code')} />
      )}
    </StepCard>
  );
}
