'use client';

import type { ReactElement } from 'react';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useMessages } from '../../react/KitContext.ts';
import { KeyIcon, MailIcon } from '../styling/icons.tsx';
import { IdentifierField, type Identifiers } from '../form/IdentifierField.tsx';
import { StepCard } from './StepCard.tsx';
import { textValue } from '../form/textValue.ts';
import type { StepViewProps } from './StepsProps.ts';

export interface IdentifyViewProps extends StepViewProps {
  /** What the code is for. */
  readonly purpose: 'sign-in' | 'new-password';
  readonly identifiers: Identifiers;
  readonly onSubmit: ((user: { readonly identifier: string }) => Promise<void>) | undefined;
}

/** The step for the email address or username that a code is sent to. */
export function IdentifyView({
  purpose,
  identifiers,
  submission,
  onSubmit,
  ...card
}: IdentifyViewProps): ReactElement {
  const { signIn, codeByEmail, forgottenPassword } = useMessages(signInInEnglish);
  const isForSignIn = purpose === 'sign-in';
  return (
    <StepCard
      {...card}
      icon={isForSignIn ? <MailIcon /> : <KeyIcon />}
      texts={{ ...(isForSignIn ? codeByEmail : forgottenPassword), paused: signIn.paused }}
      submission={submission}
      onSubmit={(values) => void onSubmit?.({ identifier: textValue(values, 'identifier') })}
    >
      {(errorOf) => <IdentifierField identifiers={identifiers} serverError={errorOf('identifier')} />}
    </StepCard>
  );
}
