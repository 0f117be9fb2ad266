'use client';

import type { ReactElement } from 'react';
import type { UserDetails } from '../../auth/UserPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { BackupCodes } from './BackupCodes.tsx';
import { ProofForm } from './ProofForm.tsx';
import type { Security } from './useSecurity.ts';

export interface BackupCodesRowProps extends Pick<
  Security,
  'saved' | 'step' | 'submission' | 'renewBackupCodes' | 'prove' | 'close'
> {
  readonly details: UserDetails;
}

/**
 * The row for backup codes, which replace a lost authenticator. New codes are shown here once. Renders nothing
 * without an authenticator.
 */
export function BackupCodesRow({
  details: { hasAuthenticator, hasBackupCodes, email, username },
  saved,
  step,
  submission,
  renewBackupCodes,
  prove,
  close,
}: BackupCodesRowProps): ReactElement | null {
  const { security: texts } = useUserProfileMessages();
  const isShown = step.name === 'backup-codes';
  const isProving = step.name === 'proving' && step.aim === 'renew';
  if (!isShown && !hasBackupCodes && !(hasAuthenticator && renewBackupCodes)) return null;
  return (
    <ListItem
      title={texts.backupCodes}
      text={texts.backupCodesText}
      below={
        isShown ? (
          <BackupCodes codes={step.codes} onKept={close} />
        ) : isProving ? (
          <ProofForm
            username={email ?? username}
            title={texts.renewTitle}
            text={texts.renewText}
            submit={texts.renewCodes}
            submission={submission}
            onSubmit={prove}
            onCancel={close}
          />
        ) : null
      }
    >
      <SavedMark saved={saved} at="backup-codes" />
      {renewBackupCodes && !isShown && !isProving ? (
        <ConfirmButton
          label={texts.renewCodes}
          title={texts.renewTitle}
          text={texts.renewText}
          confirm={texts.renewCodes}
          run={renewBackupCodes}
          tone="neutral"
        />
      ) : null}
    </ListItem>
  );
}
