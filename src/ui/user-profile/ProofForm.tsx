'use client';

import type { ReactElement } from 'react';
import type { PasswordProof } from '../../auth/UserPort.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { HiddenUsername } from '../form/HiddenUsername.tsx';
import { PasswordField } from '../form/PasswordField.tsx';
import { textValue } from '../form/textValue.ts';
import { InlineForm } from '../settings-page/InlineForm.tsx';

export interface ProofFormProps {
  /** The email address or username that the password belongs to. */
  readonly username: string | undefined;
  readonly title: string;
  readonly text: string;
  /** The label of the submit button: "Turn off". */
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly submission: Submission;
  readonly onSubmit: (proof: PasswordProof) => Promise<void>;
  readonly onCancel: () => void;
}

/** The form for the password, if the backend requires it for an action. */
export function ProofForm({ username, onSubmit, submit, ...form }: ProofFormProps): ReactElement {
  const { missing } = useMessages(fieldsInEnglish);
  const { userProfile: texts } = useUserProfileMessages();
  return (
    <InlineForm
      {...form}
      draftKey="password-proof"
      fields={['password', 'currentPassword']}
      submit={submit}
      submitting={texts.saving}
      onSubmit={(values) => void onSubmit({ password: textValue(values, 'password') })}
    >
      {(errorOf) => (
        <>
          <HiddenUsername username={username} />
          <PasswordField
            name="password"
            label={texts.password}
            missingText={missing.password}
            hint={texts.passwordHint}
            autoComplete="current-password"
            required
            serverError={errorOf('password') ?? errorOf('currentPassword')}
          />
        </>
      )}
    </InlineForm>
  );
}
