'use client';

import { useState, type ReactElement } from 'react';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import type { FieldProps } from './Field.tsx';
import { PasswordField } from './PasswordField.tsx';
import { passwordStrength, type PasswordStrength } from './passwordStrength.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface NewPasswordFieldProps extends Omit<
  FieldProps,
  'type' | 'trailing' | 'children' | 'hint' | 'autoComplete' | 'minLength'
> {
  readonly minLength: number;
}

/** A field for choosing a password. The user can reveal the password and sees how hard it is to guess. */
export function NewPasswordField({ minLength, ...props }: NewPasswordFieldProps): ReactElement {
  const { locale } = useKit();
  const { signUp } = useMessages(signUpInEnglish);
  const { missing } = useMessages(fieldsInEnglish);
  const [strength, setStrength] = useState<PasswordStrength>();
  const atLeast = formatMessage(signUp.passwordHint, { count: minLength }, locale);
  return (
    <PasswordField
      missingText={missing.newPassword}
      {...props}
      autoComplete="new-password"
      minLength={minLength}
      onInput={({ currentTarget: { value } }) => {
        setStrength(value.length < minLength ? undefined : passwordStrength(value));
      }}
      hint={strength === undefined ? atLeast : <Strength of={strength} />}
    />
  );
}

/** Renders a bar with four levels, as `data-strength`, and the same as text. */
function Strength({ of }: { readonly of: PasswordStrength }): ReactElement {
  const slot = useSlot();
  const { strength } = useMessages(signUpInEnglish);
  return (
    <span {...slot('strength', { strength: of })}>
      <span {...slot('strength-bar')} aria-hidden="true" />
      {strength[of]}
    </span>
  );
}
