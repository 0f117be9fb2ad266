'use client';

import { useState, type ReactElement } from 'react';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useDrafts } from '../../react/useDrafts.ts';
import { useMessages } from '../../react/KitContext.ts';
import { CheckboxField } from '../form/CheckboxField.tsx';
import { HiddenUsername } from '../form/HiddenUsername.tsx';
import { KeyIcon } from '../styling/icons.tsx';
import { NewPasswordField } from '../form/NewPasswordField.tsx';
import { StepCard } from './StepCard.tsx';
import { textValue } from '../form/textValue.ts';
import type { StepViewProps } from './StepsProps.ts';
import { draftOf, firstStep } from './authStep.ts';
import type { NewPassword } from './authActions.ts';

export interface NewPasswordViewProps extends StepViewProps {
  readonly minPasswordLength: number;
  readonly onSubmit: ((choice: NewPassword) => Promise<void>) | undefined;
}

/** The step for a new password. */
export function NewPasswordView({
  minPasswordLength,
  submission,
  onSubmit,
  ...card
}: NewPasswordViewProps): ReactElement {
  const drafts = useDrafts();
  const { newPassword } = useMessages(authStepsInEnglish);
  const { signIn } = useMessages(signInInEnglish);
  const [identifier] = useState(() => drafts.read(draftOf('sign-in', firstStep))['identifier']);
  return (
    <StepCard
      {...card}
      icon={<KeyIcon />}
      texts={{ ...newPassword, paused: signIn.paused }}
      submission={submission}
      onSubmit={(values) =>
        void onSubmit?.({
          password: textValue(values, 'password'),
          signOutOtherDevices: values.has('signOutOthers'),
        })
      }
    >
      {(errorOf) => (
        <>
          <HiddenUsername username={identifier} />
          <NewPasswordField
            name="password"
            label={newPassword.label}
            required
            minLength={minPasswordLength}
            serverError={errorOf('password')}
          />
          <CheckboxField name="signOutOthers" label={newPassword.signOutOthers} />
        </>
      )}
    </StepCard>
  );
}
