'use client';

import { useState, type ReactElement } from 'react';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { useMessages } from '../../react/KitContext.ts';
import { Field, type FieldProps } from './Field.tsx';
import { EyeIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

/**
 * A field for a password that the user can reveal. `autoComplete` tells browsers which password it is, and keeps the
 * value out of every storage.
 */
export function PasswordField({
  autoComplete,
  ...props
}: Omit<FieldProps, 'type' | 'trailing'> & {
  readonly autoComplete: 'current-password' | 'new-password';
}): ReactElement {
  const slot = useSlot();
  const { field } = useMessages(fieldsInEnglish);
  const [isRevealed, setIsRevealed] = useState(false);
  return (
    <Field
      {...props}
      type={isRevealed ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      trailing={
        <button
          {...slot('field-reveal')}
          type="button"
          aria-pressed={isRevealed}
          aria-label={field.show}
          onClick={() => setIsRevealed(!isRevealed)}
        >
          <EyeIcon isCrossed={isRevealed} />
        </button>
      }
    />
  );
}
