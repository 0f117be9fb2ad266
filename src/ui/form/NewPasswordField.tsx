'use client';

import { useState, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
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
  const { messages, locale } = useKit();
  const [strength, setStrength] = useState<PasswordStrength>();
  const atLeast = formatMessage(messages.signUp.passwordHint, { count: minLength }, locale);
  return (
    <PasswordField
      missingText={messages.missing.newPassword}
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
  const { strength } = useMessages();
  return (
    <span {...slot('strength', { strength: of })}>
      <span {...slot('strength-bar')} aria-hidden="true" />
      {strength[of]}
    </span>
  );
}
