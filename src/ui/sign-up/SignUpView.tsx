'use client';

import type { ReactElement } from 'react';
import type { SignUpDetails } from '../../auth/AuthAdapter.ts';
import { formatMessage } from '../../messages/messages.ts';
import { useMessages } from '../../react/KitContext.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { Field } from '../parts/Field.tsx';
import { FooterLink, FormCard, type FormCardLooks } from '../parts/FormCard.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { textValue } from '../parts/textValue.ts';

export interface SignUpViewProps extends FormCardLooks {
  readonly submission: Submission;
  readonly onSubmit: (details: SignUpDetails) => void;
  /** Where people with an account go. Left out, the line is left out. */
  readonly signInUrl?: string | undefined;
  /** The shortest password that the backend takes. Default: 8 characters. */
  readonly minPasswordLength?: number | undefined;
}

/** What people see of signing up. */
export function SignUpView({
  onSubmit,
  signInUrl,
  minPasswordLength = 8,
  ...card
}: SignUpViewProps): ReactElement {
  const texts = useMessages().signUp;
  return (
    <FormCard
      {...card}
      name="sign-up"
      texts={texts}
      footer={signInUrl && <FooterLink text={texts.haveAccount} link={texts.signIn} href={signInUrl} />}
      onSubmit={(values) =>
        onSubmit({
          name: textValue(values, 'name'),
          email: textValue(values, 'email'),
          password: textValue(values, 'password'),
        })
      }
    >
      {(refusalOf) => (
        <>
          <Field
            name="name"
            label={texts.name}
            autoComplete="name"
            required
            serverError={refusalOf('name')}
          />
          <Field
            name="email"
            label={texts.email}
            type="email"
            autoComplete="email"
            required
            serverError={refusalOf('email')}
          />
          <PasswordField
            name="password"
            label={texts.password}
            autoComplete="new-password"
            required
            minLength={minPasswordLength}
            hint={formatMessage(texts.passwordHint, { count: minPasswordLength })}
            serverError={refusalOf('password')}
          />
        </>
      )}
    </FormCard>
  );
}
