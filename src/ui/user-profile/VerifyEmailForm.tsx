'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { OtpField } from '../form/OtpField.tsx';
import { textValue } from '../form/textValue.ts';
import { InlineForm } from '../settings-page/InlineForm.tsx';
import type { EmailAddresses, EmailStep } from './useEmailAddresses.ts';

export interface VerifyEmailFormProps extends Pick<
  EmailAddresses,
  'submission' | 'verify' | 'cancel' | 'requestCode' | 'startVerifying'
> {
  readonly step: Extract<EmailStep, { readonly name: 'verifying' }>;
}

/** The form for the code that verifies an address. */
export function VerifyEmailForm({
  step: { address, code },
  submission,
  verify,
  cancel,
  requestCode,
  startVerifying,
}: VerifyEmailFormProps): ReactElement {
  const { emailAddresses: texts } = useUserProfileMessages();
  const { email } = address;
  const text = { sending: texts.sendingCode, sent: texts.codeSent, 'not-sent': texts.codeNotSent }[code];
  return (
    <InlineForm
      draftKey={`verify-email-address-${address.id}`}
      title={formatMessage(texts.verifyAddress, { email })}
      text={formatMessage(text, { email })}
      submission={submission}
      fields={['code']}
      submit={texts.submitCode}
      submitting={texts.verifying}
      onSubmit={(values) => void verify(textValue(values, 'code'))}
      onCancel={cancel}
      aside={
        requestCode && code !== 'sending' ? (
          <ActionButton
            label={texts.sendAgain}
            run={() => requestCode(address)}
            onDone={() => startVerifying(address)}
          />
        ) : undefined
      }
    >
      {(errorOf) => <OtpField name="code" label={texts.code} serverError={errorOf('code')} />}
    </InlineForm>
  );
}
