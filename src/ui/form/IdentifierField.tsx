'use client';

import type { ReactElement } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useMessages } from '../../react/KitContext.ts';
import { Field } from './Field.tsx';

export type Identifiers = AuthOptions['identifiers'];

/** A field for the user's identifier: an email address, a username, or either. */
export function IdentifierField({
  identifiers,
  serverError,
}: {
  readonly identifiers: Identifiers;
  readonly serverError: string | undefined;
}): ReactElement {
  const { signIn, flow } = useMessages(signInInEnglish);
  const { missing } = useMessages(fieldsInEnglish);
  const isEmail = !identifiers.includes('username');
  const isEither = identifiers.includes('email');
  return (
    <Field
      name="identifier"
      label={isEmail ? signIn.email : isEither ? flow.identifier : flow.username}
      missingText={isEmail ? missing.email : isEither ? missing.identifier : missing.username}
      type={isEmail ? 'email' : 'text'}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      serverError={serverError}
    />
  );
}
