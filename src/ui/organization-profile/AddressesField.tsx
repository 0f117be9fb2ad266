'use client';

import type { ReactElement, RefObject } from 'react';
import { formatList, formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { Field } from '../form/Field.tsx';
import { parseAddresses, type ParsedAddresses } from './parseAddresses.ts';

export interface AddressesFieldProps {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly serverError: string | undefined;
  /** Called when the user edits the addresses. */
  readonly onEdit: () => void;
}

/** The field `emails` for several addresses. Its error names the malformed ones, and the first of them is selected. */
export function AddressesField({ inputRef, serverError, onEdit }: AddressesFieldProps): ReactElement {
  const { locale } = useKit();
  const texts = useOrganizationMessages().organizationInvitations;

  /** Returns the error about the addresses; an empty string if they are valid. */
  function errorOf({ addresses, malformed }: ParsedAddresses): string {
    if (malformed.length === 0) return addresses.length === 0 ? texts.emailsMissing : '';
    const values = { count: malformed.length, addresses: formatList(malformed, 'unit', locale) };
    return formatMessage(texts.malformed, values, locale);
  }

  function check(field: HTMLTextAreaElement): void {
    field.setCustomValidity(errorOf(parseAddresses(field.value)));
  }

  return (
    <Field
      name="emails"
      label={texts.emails}
      missingText={texts.emailsMissing}
      hint={texts.emailsHint}
      required
      spellCheck={false}
      autoCapitalize="none"
      autoComplete="off"
      serverError={serverError}
    >
      <textarea
        ref={inputRef}
        rows={3}
        onInput={onEdit}
        onChange={({ currentTarget }) => check(currentTarget)}
        onInvalid={({ currentTarget }) => selectFirst(currentTarget)}
      />
    </Field>
  );
}

/** Selects the first malformed address. */
function selectFirst(field: HTMLTextAreaElement): void {
  const [word] = parseAddresses(field.value).malformed;
  if (word === undefined) return;
  const start = field.value.indexOf(word);
  field.setSelectionRange(start, start + word.length);
}
