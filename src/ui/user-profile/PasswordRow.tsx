'use client';

import type { ReactElement } from 'react';
import type { UserDetails } from '../../auth/UserPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ListItem } from '../layout/ListItem.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import type { Security } from './useSecurity.ts';

export interface PasswordRowProps extends Pick<
  Security,
  'saved' | 'step' | 'submission' | 'startPasswordChange' | 'changePassword' | 'close'
> {
  readonly details: UserDetails;
  readonly minLength?: number | undefined;
}

/**
 * The row for the password: whether there is one, and a button that changes it. Renders nothing if it can't be
 * changed.
 */
export function PasswordRow({
  details,
  minLength,
  saved,
  step,
  submission,
  startPasswordChange,
  changePassword,
  close,
}: PasswordRowProps): ReactElement | null {
  const slot = useSlot();
  const { security: texts } = useUserProfileMessages();
  if (!startPasswordChange) return null;
  const { hasPassword } = details;
  const isOpen = step.name === 'changing-password';
  return (
    <ListItem
      title={texts.password}
      text={
        hasPassword ? (
          <span {...slot('page-dots')} role="img" aria-label={texts.passwordSet}>
            ••••••••••
          </span>
        ) : (
          texts.noPassword
        )
      }
      below={
        isOpen ? (
          <PasswordForm
            details={details}
            minLength={minLength}
            submission={submission}
            onSubmit={changePassword}
            onCancel={close}
          />
        ) : null
      }
    >
      <SavedMark saved={saved} at="password" />
      {isOpen ? null : (
        <button {...slot('button')} type="button" onClick={startPasswordChange}>
          {hasPassword ? texts.changePassword : texts.setPassword}
        </button>
      )}
    </ListItem>
  );
}
