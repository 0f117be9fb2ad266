'use client';

import type { ReactElement } from 'react';
import type { PasswordChange, UserDetails } from '../../auth/UserPort.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { CheckboxField } from '../form/CheckboxField.tsx';
import { HiddenUsername } from '../form/HiddenUsername.tsx';
import { NewPasswordField } from '../form/NewPasswordField.tsx';
import { PasswordField } from '../form/PasswordField.tsx';
import { textValue } from '../form/textValue.ts';
import { InlineForm } from '../settings-page/InlineForm.tsx';

export interface PasswordFormProps {
  readonly details: UserDetails;
  /** Default: 8 characters. */
  readonly minLength?: number | undefined;
  readonly submission: Submission;
  readonly onSubmit: (change: PasswordChange) => Promise<void>;
  readonly onCancel: () => void;
}

/** The form for a new password, with the current one as proof. Neither is ever stored. */
export function PasswordForm({
  details: { hasPassword, email, username },
  minLength = 8,
  submission,
  onSubmit,
  onCancel,
}: PasswordFormProps): ReactElement {
  const { missing } = useMessages(fieldsInEnglish);
  const { userProfile, security: texts } = useUserProfileMessages();
  return (
    <InlineForm
      draftKey="change-password"
      title={hasPassword ? texts.changePassword : texts.setPassword}
      submission={submission}
      fields={['currentPassword', 'newPassword']}
      submit={texts.savePassword}
      submitting={userProfile.saving}
      onSubmit={(values) => void onSubmit(changeOf(values, hasPassword))}
      onCancel={onCancel}
    >
      {(errorOf) => (
        <>
          <HiddenUsername username={email ?? username} />
          {hasPassword ? (
            <PasswordField
              name="currentPassword"
              label={texts.currentPassword}
              missingText={missing.currentPassword}
              autoComplete="current-password"
              required
              serverError={errorOf('currentPassword')}
            />
          ) : null}
          <NewPasswordField
            name="newPassword"
            label={texts.newPassword}
            minLength={minLength}
            required
            serverError={errorOf('newPassword')}
          />
          <CheckboxField name="signOutOthers" label={texts.signOutOthers} />
        </>
      )}
    </InlineForm>
  );
}

function changeOf(values: FormData, hasPassword: boolean): PasswordChange {
  return {
    ...(hasPassword && { currentPassword: textValue(values, 'currentPassword') }),
    newPassword: textValue(values, 'newPassword'),
    signOutOtherDevices: values.has('signOutOthers'),
  };
}
