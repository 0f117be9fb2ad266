'use client';

import type { ReactElement } from 'react';
import { safeAddress } from '../../protocol/safeAddress.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { OtpField } from '../form/OtpField.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { textValue } from '../form/textValue.ts';
import { CopyButton } from './CopyButton.tsx';
import { ProfileForm } from './ProfileForm.tsx';

export interface AuthenticatorSetupProps {
  readonly secret: string;
  /** The same as an `otpauth:` address, for an app on this device. Any other address gets no link. */
  readonly uri: string;
  readonly submission: Submission;
  readonly onSubmit: (code: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** The key of a new authenticator, and the first code that proves that it arrived in the app. */
export function AuthenticatorSetup({
  secret,
  uri,
  submission,
  onSubmit,
  onCancel,
}: AuthenticatorSetupProps): ReactElement {
  const slot = useSlot();
  const { security: texts } = useUserProfileMessages();
  const appUrl = safeAddress('authenticator', uri);
  return (
    <ProfileForm
      name="confirm-authenticator"
      title={texts.setUpTitle}
      text={texts.setUpText}
      submission={submission}
      fields={['code']}
      submit={texts.turnOn}
      submitting={texts.turningOn}
      onSubmit={(values) => void onSubmit(textValue(values, 'code'))}
      onCancel={onCancel}
    >
      {(refusalOf) => (
        <>
          <div {...slot('page-secret')}>
            <span {...slot('field-label')}>{texts.secret}</span>
            <code {...slot('page-secret-key')} dir="ltr">
              {inGroups(secret)}
            </code>
            <div {...slot('page-secret-actions')}>
              <CopyButton text={secret} label={texts.copySecret} />
              {appUrl === undefined ? null : (
                <a {...slot('link')} href={appUrl}>
                  {texts.openApp}
                </a>
              )}
            </div>
          </div>
          <OtpField name="code" label={texts.code} hint={texts.codeHint} serverError={refusalOf('code')} />
        </>
      )}
    </ProfileForm>
  );
}

/** Splits the secret into groups of four, which are easier to read and type. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
