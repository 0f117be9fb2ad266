'use client';

import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { Role } from '../../auth/OrganizationPort.ts';
import { resetForm } from '../../react/formElement.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import type { Submission } from '../../react/useSubmission.ts';
import { Field } from '../form/Field.tsx';
import { GuardedForm } from '../form/GuardedForm.tsx';
import { useFieldErrors } from '../form/useFieldErrors.ts';
import { ChoiceIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SubmitButton } from '../form/SubmitButton.tsx';
import { textValue } from '../form/textValue.ts';
import { AddressesField } from './AddressesField.tsx';
import { parseAddresses } from './parseAddresses.ts';
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
  const { organization: common, organizationInvitations: texts } = useOrganizationMessages();
  const titleId = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const errors = useFieldErrors(submission, ['emails', 'email', 'role']);

  async function send(values: FormData): Promise<void> {
    const { addresses } = parseAddresses(textValue(values, 'emails'));
    await onSubmit({ emails: addresses, role: textValue(values, 'role') });
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
      <AddressesField
        inputRef={ref}
        serverError={errors.errorOf('emails') ?? errors.errorOf('email')}
        onEdit={onEdit}
      />
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
