'use client';

import type { ReactElement, ReactNode } from 'react';
import type { SignUpDetails } from '../../auth/AuthAdapter.ts';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useMessages } from '../../react/KitContext.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { AccountFields, type AccountFieldsProps } from '../form/AccountFields.tsx';
import { fieldsOf, readDetails, type AccountNeeds } from '../form/accountNeeds.ts';
import { FooterLink, FormCard, type FormCardAppearance } from '../form/FormCard.tsx';

export interface SignUpViewProps
  extends FormCardAppearance, Pick<AccountFieldsProps, 'legal' | 'minPasswordLength' | 'additionalFields'> {
  readonly submission: Submission;
  readonly needs: AccountNeeds;
  /** Content above the form: the methods without one. */
  readonly ways?: ReactNode;
  readonly onSubmit: (details: SignUpDetails, fields: readonly string[]) => void;
  /** The URL for users with an account. Default: the line isn't shown. */
  readonly signInUrl?: string | undefined;
}

/** The first step of sign-up (presentational). */
export function SignUpView({
  submission,
  needs,
  ways,
  legal,
  minPasswordLength,
  additionalFields,
  onSubmit,
  signInUrl,
  ...card
}: SignUpViewProps): ReactElement {
  const texts = useMessages(signUpInEnglish).signUp;
  return (
    <FormCard
      {...card}
      draftKey="sign-up"
      texts={texts}
      submission={submission}
      footer={signInUrl && <FooterLink text={texts.haveAccount} link={texts.signIn} href={signInUrl} />}
      above={ways}
      onSubmit={(values) =>
        onSubmit(
          { email: '', password: '', ...readDetails(values, needs, additionalFields) },
          fieldsOf(needs, additionalFields),
        )
      }
    >
      {(errorOf) => (
        <AccountFields
          needs={needs}
          minPasswordLength={minPasswordLength}
          legal={legal}
          additionalFields={additionalFields}
          errorOf={errorOf}
        />
      )}
    </FormCard>
  );
}
