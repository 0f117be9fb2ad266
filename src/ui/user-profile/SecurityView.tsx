'use client';

import type { ReactElement } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AuthenticatorRow } from './AuthenticatorRow.tsx';
import { BackupCodesRow } from './BackupCodesRow.tsx';
import { PasswordRow } from './PasswordRow.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import type { Security } from './useSecurity.ts';

export interface SecurityViewProps extends Security {
  readonly options?: AuthOptions | undefined;
}

/** The security section (presentational). */
export function SecurityView({ options, ...security }: SecurityViewProps): ReactElement {
  const slot = useSlot();
  const { security: texts } = useUserProfileMessages();
  return (
    <SettingsSection title={texts.title} hasDraft={security.step.name !== 'overview'}>
      <LoadedView loading={security.user}>
        {(user) => (
          <ul {...slot('page-list')}>
            <PasswordRow {...security} details={user} minLength={options?.password.minLength} />
            <AuthenticatorRow {...security} details={user} options={options} />
            <BackupCodesRow {...security} details={user} />
          </ul>
        )}
      </LoadedView>
    </SettingsSection>
  );
}
