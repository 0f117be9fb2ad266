'use client';

import { useState, type ReactElement } from 'react';
import type { AuthUser } from '../../auth/SessionPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ConfirmationForm } from '../settings-page/ConfirmationForm.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { ProofForm } from './ProofForm.tsx';
import type { DeleteAccount } from './useDeleteAccount.ts';

export interface DeleteAccountViewProps extends DeleteAccount {
  readonly user: AuthUser;
}

/**
 * The section that deletes the account (presentational). The user confirms it by typing the email address, and with the
 * password if the backend asks for it.
 */
export function DeleteAccountView({
  user: { email },
  needsPassword,
  submission,
  deleteAccount,
  cancel,
}: DeleteAccountViewProps): ReactElement {
  const slot = useSlot();
  const { deleteAccount: texts } = useUserProfileMessages();
  const [isOpen, setIsOpen] = useState(false);
  const form = {
    title: texts.confirmTitle,
    text: texts.confirmText,
    submit: texts.confirm,
    submission,
    onCancel() {
      cancel();
      setIsOpen(false);
    },
  };
  return (
    <SettingsSection title={texts.title} hasDraft={isOpen}>
      {/* What replaces a form that closes takes its focus. */}
      <div>
        {needsPassword ? (
          <ProofForm {...form} username={email} isDangerous onSubmit={deleteAccount} />
        ) : isOpen ? (
          <ConfirmationForm
            {...form}
            draftKey="delete-account"
            word={email ?? texts.word}
            onSubmit={() => void deleteAccount()}
          />
        ) : (
          <div {...slot('page-danger')}>
            <p>{texts.text}</p>
            <button {...slot('button', { tone: 'danger' })} type="button" onClick={() => setIsOpen(true)}>
              {texts.submit}
            </button>
          </div>
        )}
      </div>
    </SettingsSection>
  );
}
