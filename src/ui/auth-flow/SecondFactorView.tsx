'use client';

import { useState, type ReactElement } from 'react';
import type { SecondFactor } from '../../auth/SessionPort.ts';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useDrafts } from '../../react/useDrafts.ts';
import { useMessages } from '../../react/KitContext.ts';
import { Field } from '../form/Field.tsx';
import { ShieldIcon } from '../styling/icons.tsx';
import { OtpField } from '../form/OtpField.tsx';
import { StepCard } from './StepCard.tsx';
import { textValue } from '../form/textValue.ts';
import { OtherFactors } from './OtherFactors.tsx';
import type { StepViewProps } from './StepsProps.ts';
import type { SecondFactorAnswer } from './authActions.ts';

export interface SecondFactorViewProps extends StepViewProps {
  readonly factor: SecondFactorAnswer['factor'];
  /** The other second factors that the user can choose. */
  readonly factors: readonly SecondFactor[];
  readonly onFactor: (factor: SecondFactor) => void;
  readonly onSubmit: ((answer: SecondFactorAnswer) => Promise<void>) | undefined;
}

/** The step for a second factor: an authenticator's code, an emailed code or a backup code. */
export function SecondFactorView({
  factor,
  factors,
  submission,
  onFactor,
  onSubmit,
  ...card
}: SecondFactorViewProps): ReactElement {
  const drafts = useDrafts();
  const { secondFactor } = useMessages(authStepsInEnglish);
  const { signIn } = useMessages(signInInEnglish);
  const { missing } = useMessages(fieldsInEnglish);
  const [typedBefore] = useState(() => drafts.read(card.draftKey)['code']);
  const isAuthenticator = factor === 'authenticator';
  return (
    <StepCard
      {...card}
      icon={<ShieldIcon />}
      texts={{
        ...secondFactor,
        text: isAuthenticator ? secondFactor.authenticator : secondFactor.backupCode,
        paused: signIn.paused,
      }}
      submission={submission}
      onSubmit={(values) => void onSubmit?.({ factor, code: textValue(values, 'code').trim() })}
      below={factors.length === 0 ? null : <OtherFactors factors={factors} onFactor={onFactor} />}
    >
      {(errorOf) =>
        isAuthenticator ? (
          <OtpField
            name="code"
            label={secondFactor.codeLabel}
            initialValue={typedBefore}
            serverError={errorOf('code')}
          />
        ) : (
          <Field
            name="code"
            label={secondFactor.backupCodeLabel}
            missingText={missing.backupCode}
            // Keeps the code out of every storage.
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            required
            serverError={errorOf('code')}
          />
        )
      }
    </StepCard>
  );
}
