'use client';

import type { ReactElement } from 'react';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { useMessages } from '../../react/KitContext.ts';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import { Card } from '../layout/Card.tsx';
import { PersonIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface AccountCreatedViewProps extends Pick<FormCardAppearance, 'header' | 'className'> {
  /** Whether the user must first open a link in an email. */
  readonly confirmEmail: boolean;
  /** The URL of the sign-in. Default: no link. */
  readonly signInUrl?: string | undefined;
  /** Shows the sign-in form if it is a step of the same flow. */
  readonly onSignIn?: (() => void) | undefined;
}

/** The step after a sign-up that created an account without a session: the user signs in next. */
export function AccountCreatedView({
  confirmEmail,
  signInUrl,
  onSignIn,
  header,
  className,
}: AccountCreatedViewProps): ReactElement {
  const slot = useSlot();
  const { accountCreated } = useMessages(authStepsInEnglish);
  return (
    <Card
      className={className}
      header={
        header ?? (
          <span {...slot('step-icon')}>
            <PersonIcon />
          </span>
        )
      }
      title={accountCreated.title}
      text={confirmEmail ? accountCreated.confirmEmail : accountCreated.text}
    >
      {onSignIn ? (
        <button {...slot('button')} type="button" onClick={onSignIn}>
          {accountCreated.signIn}
        </button>
      ) : signInUrl === undefined ? null : (
        <a {...slot('button')} href={signInUrl}>
          {accountCreated.signIn}
        </a>
      )}
    </Card>
  );
}
