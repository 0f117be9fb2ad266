'use client';

import type { ReactElement } from 'react';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useMessages } from '../../react/KitContext.ts';
import { FooterLink, type FormCardAppearance } from '../form/FormCard.tsx';
import { Card } from '../layout/Card.tsx';

/** Replaces the form if users can't create an account themselves. */
export function SignUpClosed({
  signInUrl,
  ...looks
}: Pick<FormCardAppearance, 'header' | 'className'> & {
  readonly signInUrl: string | undefined;
}): ReactElement {
  const { details, signUp } = useMessages(signUpInEnglish);
  return (
    <Card
      {...looks}
      title={details.closedTitle}
      text={details.closedText}
      footer={signInUrl && <FooterLink text={signUp.haveAccount} link={signUp.signIn} href={signInUrl} />}
    />
  );
}
