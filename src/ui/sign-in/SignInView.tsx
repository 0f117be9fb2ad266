'use client';

import type { ReactElement } from 'react';
import type { PasswordCredentials } from '../../auth/AuthAdapter.ts';
import { useMessages } from '../../react/KitContext.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { Field } from '../parts/Field.tsx';
import { FooterLink, FormCard, type FormCardLooks } from '../parts/FormCard.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { textValue } from '../parts/textValue.ts';

export interface SignInViewProps extends FormCardLooks {
  readonly submission: Submission;
  readonly onSubmit: (credentials: PasswordCredentials) => void;
  /** Where people without an account go. Left out, the line is left out. */
  readonly signUpUrl?: string | undefined;
}

/** What people see of signing in. */
export function SignInView({ onSubmit, signUpUrl, ...card }: SignInViewProps): ReactElement {
  const texts = useMessages().signIn;
  return (
    <FormCard
      {...card}
      name="sign-in"
      texts={texts}
      footer={signUpUrl && <FooterLink text={texts.noAccount} link={texts.signUp} href={signUpUrl} />}
      onSubmit={(values) =>
        onSubmit({ identifier: textValue(values, 'identifier'), password: textValue(values, 'password') })
      }
    >
      {(refusalOf) => (
        <>
          <Field
            name="identifier"
            label={texts.email}
            type="email"
            autoComplete="username"
            required
            serverError={refusalOf('identifier')}
          />
          <PasswordField
            name="password"
            label={texts.password}
            autoComplete="current-password"
            required
            serverError={refusalOf('password')}
          />
        </>
      )}
    </FormCard>
  );
}
