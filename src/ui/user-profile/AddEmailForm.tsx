'use client';

import type { ReactElement } from 'react';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { Field } from '../form/Field.tsx';
import { textValue } from '../form/textValue.ts';
import { InlineForm } from '../settings-page/InlineForm.tsx';

export interface AddEmailFormProps {
  readonly submission: Submission;
  readonly onSubmit: (email: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** The form for another email address. */
export function AddEmailForm({ submission, onSubmit, onCancel }: AddEmailFormProps): ReactElement {
  const { missing } = useMessages(fieldsInEnglish);
  const { emailAddresses: texts } = useUserProfileMessages();
  return (
    <InlineForm
      draftKey="add-email-address"
      title={texts.addTitle}
      text={texts.addText}
      submission={submission}
      fields={['email']}
      submit={texts.add}
      submitting={texts.adding}
      onSubmit={(values) => void onSubmit(textValue(values, 'email'))}
      onCancel={onCancel}
    >
      {(errorOf) => (
        <Field
          name="email"
          label={texts.email}
          missingText={missing.email}
          type="email"
          autoComplete="email"
          required
          serverError={errorOf('email')}
        />
      )}
    </InlineForm>
  );
}
