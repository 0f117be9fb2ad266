'use client';

import type { ReactElement } from 'react';
import { safeAddress } from '../../protocol/safeAddress.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { OtpField } from '../form/OtpField.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { textValue } from '../form/textValue.ts';
import { CopyButton } from './CopyButton.tsx';
import { InlineForm } from '../settings-page/InlineForm.tsx';
import { QrCode } from './QrCode.tsx';

export interface AuthenticatorSetupProps {
  readonly secret: string;
  /** The `otpauth:` URI that contains the secret. Any other URI gets neither a QR code nor a link. */
  readonly uri: string;
  readonly submission: Submission;
  readonly onSubmit: (code: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Shows the key of a new authenticator, with a field for the first code, which proves that the app has the key. */
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
    <InlineForm
      draftKey="confirm-authenticator"
      title={texts.setUpTitle}
      text={texts.setUpText}
      submission={submission}
      fields={['code']}
      submit={texts.turnOn}
      submitting={texts.turningOn}
      onSubmit={(values) => void onSubmit(textValue(values, 'code'))}
      onCancel={onCancel}
    >
      {(errorOf) => (
        <>
          <div {...slot('page-secret')}>
            <QrCode text={appUrl} />
            <div {...slot('page-secret-body')}>
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
          </div>
          <OtpField name="code" label={texts.code} hint={texts.codeHint} serverError={errorOf('code')} />
        </>
      )}
    </InlineForm>
  );
}

/** Splits the secret into groups of four, which are easier to read and type. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
