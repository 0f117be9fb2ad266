'use client';

import type { ReactElement } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { LoadedView } from '../notice/LoadedView.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AuthenticatorRow } from './AuthenticatorRow.tsx';
import { BackupCodesRow } from './BackupCodesRow.tsx';
import { PasswordRow } from './PasswordRow.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import type { Security } from './useSecurity.ts';

export interface SecurityViewProps extends Security {
  readonly options?: AuthOptions | undefined;
}

/** The security section (presentational). */
export function SecurityView({ options, ...security }: SecurityViewProps): ReactElement {
  const slot = useSlot();
  const { userProfile, security: texts } = useUserProfileMessages();
  return (
    <ProfileSection title={texts.title} hasDraft={security.step.name !== 'overview'}>
      <LoadedView texts={userProfile} loading={security.user}>
        {(user) => (
          <ul {...slot('page-list')}>
            <PasswordRow {...security} details={user} minLength={options?.password.minLength} />
            <AuthenticatorRow {...security} details={user} options={options} />
            <BackupCodesRow {...security} details={user} />
          </ul>
        )}
      </LoadedView>
    </ProfileSection>
  );
}
