'use client';

import type { ReactElement } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import type { UserDetails } from '../../auth/UserPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { Badge } from '../layout/Badge.tsx';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { AuthenticatorSetup } from './AuthenticatorSetup.tsx';
import { ProofForm } from './ProofForm.tsx';
import type { Security } from './useSecurity.ts';

export interface AuthenticatorRowProps extends Security {
  readonly details: UserDetails;
  readonly options?: AuthOptions | undefined;
}

/** The row for the authenticator app: whether sign-in requires it, and buttons that turn it on and off. */
export function AuthenticatorRow(props: AuthenticatorRowProps): ReactElement | null {
  const { details, options, step, submission, startAuthenticator, removeAuthenticator } = props;
  const { security: texts } = useUserProfileMessages();
  const isOn = details.hasAuthenticator;
  const isOffered =
    isOn || (startAuthenticator && options?.secondFactors.includes('authenticator') !== false);
  if (!isOffered) return null;
  const isProving = step.name === 'proving' && step.aim !== 'renew';

  return (
    <ListItem
      title={texts.authenticator}
      badges={<Badge tone={isOn ? 'good' : 'plain'}>{isOn ? texts.on : texts.off}</Badge>}
      text={texts.authenticatorText}
      below={
        step.name === 'setting-up' ? (
          <AuthenticatorSetup
            secret={step.secret}
            uri={step.uri}
            submission={submission}
            onSubmit={props.confirmAuthenticator}
            onCancel={props.close}
          />
        ) : isProving ? (
          <ProofForm
            username={details.email ?? details.username}
            title={isOn ? texts.turnOffTitle : texts.setUpTitle}
            text={isOn ? texts.turnOffText : texts.authenticatorText}
            submit={isOn ? texts.turnOff : texts.setUp}
            isDangerous={isOn}
            submission={submission}
            onSubmit={props.prove}
            onCancel={props.close}
          />
        ) : null
      }
    >
      <SavedMark saved={props.saved} at="authenticator" />
      {isProving || step.name === 'setting-up' ? null : isOn ? (
        removeAuthenticator && (
          <ConfirmButton
            label={texts.turnOffAuthenticator}
            title={texts.turnOffTitle}
            text={texts.turnOffText}
            confirm={texts.turnOff}
            run={removeAuthenticator}
          >
            {texts.turnOff}
          </ConfirmButton>
        )
      ) : startAuthenticator ? (
        <ActionButton label={texts.setUpAuthenticator} run={startAuthenticator}>
          {texts.setUp}
        </ActionButton>
      ) : null}
    </ListItem>
  );
}
