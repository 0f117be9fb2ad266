'use client';

import type { ReactElement } from 'react';
import { useSession } from '../../react/useSession.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import { ProofForm } from './ProofForm.tsx';
import type { DeleteAccount } from './useDeleteAccount.ts';

/** The section that deletes the account (presentational). */
export function DeleteAccountView({
  needsPassword,
  submission,
  deleteAccount,
  deleteWithPassword,
  cancel,
}: DeleteAccount): ReactElement {
  const slot = useSlot();
  const { deleteAccount: texts } = useUserProfileMessages();
  const session = useSession();
  return (
    <SettingsSection title={texts.title}>
      {needsPassword ? (
        <ProofForm
          username={session.status === 'signed-in' ? session.session.user.email : undefined}
          title={texts.confirmTitle}
          text={texts.confirmText}
          submit={texts.confirm}
          isDangerous
          submission={submission}
          onSubmit={deleteWithPassword}
          onCancel={cancel}
        />
      ) : (
        <div {...slot('page-danger')}>
          <p>{texts.text}</p>
          <ConfirmButton
            label={texts.submit}
            title={texts.confirmTitle}
            text={texts.confirmText}
            confirm={texts.confirm}
            run={deleteAccount}
          />
        </div>
      )}
    </SettingsSection>
  );
}
