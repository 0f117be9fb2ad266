'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { Field } from '../form/Field.tsx';
import { InlineForm, type InlineFormProps } from './InlineForm.tsx';
import { useSettingsTexts } from './SettingsTexts.ts';

export interface ConfirmationFormProps extends Omit<
  InlineFormProps,
  'fields' | 'submitting' | 'isDangerous' | 'children'
> {
  /** The text that the user types: a name or an email address. */
  readonly word: string;
}

/** Asks the user to type a text before something is deleted. */
export function ConfirmationForm({ word, ...form }: ConfirmationFormProps): ReactElement {
  const texts = useSettingsTexts();
  return (
    <InlineForm {...form} fields={[]} submitting={texts.deleting} isDangerous>
      {() => (
        <Field
          name="confirmation"
          label={formatMessage(texts.typeToConfirm, { word })}
          missingText={formatMessage(texts.notConfirmed, { word })}
          invalidText={formatMessage(texts.notConfirmed, { word })}
          pattern={`\\s*${escapePattern(word)}\\s*`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      )}
    </InlineForm>
  );
}

function escapePattern(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}
