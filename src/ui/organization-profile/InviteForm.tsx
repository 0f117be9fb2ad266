'use client';

import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { Role } from '../../auth/OrganizationPort.ts';
import { formatList, formatMessage } from '../../messages/formatMessage.ts';
import { resetForm } from '../../react/formElement.ts';
import { useKit } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { Field } from '../form/Field.tsx';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { useFieldErrors } from '../form/useFieldErrors.ts';
import { ChoiceIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { textValue } from '../form/textValue.ts';
import { parseAddresses, type ParsedAddresses } from './parseAddresses.ts';
import type { InvitationRequest } from './useInvitations.ts';

export interface InviteFormProps {
  /** The key of the draft. */
  readonly draftKey: string;
  readonly roles: readonly Role[];
  readonly submission: Submission;
  /** The confirmation of the last invitations, beside the button. */
  readonly mark: ReactElement;
  /** Called when the user edits the form. */
  readonly onEdit: () => void;
  /** Sends the invitations and resolves to whether that succeeded. */
  readonly onSubmit: (request: InvitationRequest) => Promise<boolean>;
}

/**
 * Invites several users at once. It sends nothing while an address is malformed: the field names the address, and the
 * first one is selected.
 */
export function InviteForm({
  draftKey,
  roles,
  submission,
  mark,
  onEdit,
  onSubmit,
}: InviteFormProps): ReactElement {
  const slot = useSlot();
  const { locale } = useKit();
  const { organization: common, organizationInvitations: texts } = useOrganizationMessages();
  const titleId = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const errors = useFieldErrors(submission, ['emails', 'email', 'role']);

  async function send(values: FormData): Promise<void> {
    const { addresses } = parseAddresses(textValue(values, 'emails'));
    await onSubmit({ emails: addresses, role: textValue(values, 'role') });
  }

  /** Returns the error about the addresses; an empty string if they are valid. */
  function errorOf({ addresses, malformed }: ParsedAddresses): string {
    if (malformed.length === 0) return addresses.length === 0 ? texts.emailsMissing : '';
    const values = { count: malformed.length, addresses: formatList(malformed, 'unit', locale) };
    return formatMessage(texts.malformed, values, locale);
  }

  function check(field: HTMLTextAreaElement): void {
    field.setCustomValidity(errorOf(parseAddresses(field.value)));
  }

  const isComplete = submission.status === 'complete';
  useEffect(() => {
    // Runs after the draft is cleared: text that the user has typed since then is restored into the reset form.
    const form = ref.current?.form;
    if (isComplete && form) resetForm(form);
  }, [isComplete]);

  return (
    <GuardedForm
      draftKey={draftKey}
      labelledBy={titleId}
      submission={errors.submission}
      paused={common.pausedForm}
      onSubmit={(values) => void send(values)}
    >
      <h4 {...slot('page-list-title')} id={titleId}>
        {texts.inviteTitle}
      </h4>
      <Field
        name="emails"
        label={texts.emails}
        missingText={texts.emailsMissing}
        hint={texts.emailsHint}
        required
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        serverError={errors.errorOf('emails') ?? errors.errorOf('email')}
      >
        <textarea
          ref={ref}
          rows={3}
          onInput={onEdit}
          onChange={({ currentTarget }) => check(currentTarget)}
          onInvalid={({ currentTarget }) => selectFirst(currentTarget)}
        />
      </Field>
      <div {...slot('invite-row')}>
        <Field
          name="role"
          label={texts.role}
          required
          serverError={errors.errorOf('role')}
          trailing={<ChoiceIcon {...slot('select-icon')} width="1rem" height="1rem" />}
        >
          {/* The roles may come after the form; the last of them is the one that allows least. */}
          <select key={roles.length} defaultValue={roles.at(-1)?.id}>
            {roles.map((role) => (
              <option key={role.id} value={role.id}>
                {role.name}
              </option>
            ))}
          </select>
        </Field>
        <SubmitButton pending={submission.status === 'submitting'} pendingLabel={texts.sending}>
          {texts.send}
        </SubmitButton>
        {mark}
      </div>
    </GuardedForm>
  );
}

/** Selects the first malformed address. */
function selectFirst(field: HTMLTextAreaElement): void {
  const [word] = parseAddresses(field.value).malformed;
  if (word === undefined) return;
  const start = field.value.indexOf(word);
  field.setSelectionRange(start, start + word.length);
}
