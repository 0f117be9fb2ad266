'use client';

import { useState, type ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useSubmission } from '../../react/useSubmission.ts';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { ConfirmationForm } from '../settings-page/ConfirmationForm.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { OrganizationExit } from './useOrganizationExit.ts';

export interface ExitRowsProps {
  readonly organization: Organization;
  readonly exit: OrganizationExit;
}

/**
 * Renders the rows for leaving and deleting the organization that the user's role allows. Renders nothing if it
 * allows neither.
 */
export function ExitRows({
  organization: { name },
  exit: { leave, remove, finish },
}: ExitRowsProps): ReactElement | null {
  const slot = useSlot();
  const texts = useOrganizationMessages().organizationGeneral;
  if (!leave && !remove) return null;
  return (
    <ul {...slot('page-list', {}, 'mk-organization-exits')}>
      {leave ? (
        <ListItem title={texts.leaveTitle} text={texts.leaveText}>
          <ConfirmButton
            label={texts.leaveTitle}
            title={formatMessage(texts.leaveQuestion, { name })}
            text={texts.leaveWarning}
            confirm={texts.leaveTitle}
            run={leave}
            onDone={() => finish('left')}
          >
            {texts.leave}
          </ConfirmButton>
        </ListItem>
      ) : null}
      {remove ? <DeleteRow name={name} remove={remove} onDone={() => finish('deleted')} /> : null}
    </ul>
  );
}

interface DeleteRowProps {
  readonly name: string;
  readonly remove: NonNullable<OrganizationExit['remove']>;
  readonly onDone: () => void;
}

/** Deletes the organization after the user has typed its name. */
function DeleteRow({ name, remove, onDone }: DeleteRowProps): ReactElement {
  const slot = useSlot();
  const { adapter } = useAdapter();
  const texts = useOrganizationMessages().organizationGeneral;
  const [isOpen, setIsOpen] = useState(false);
  const { submission, submit, reset } = useSubmission(remove, { api: adapter.baseUrl });

  async function send(): Promise<void> {
    if (await submit(undefined)) onDone();
  }

  return (
    <ListItem
      title={texts.deleteTitle}
      text={texts.deleteText}
      below={
        isOpen ? (
          <ConfirmationForm
            draftKey={`delete-organization-${name}`}
            title={formatMessage(texts.deleteQuestion, { name })}
            text={texts.deleteWarning}
            word={name}
            submit={texts.deleteTitle}
            submission={submission}
            onSubmit={() => void send()}
            onCancel={() => {
              reset();
              setIsOpen(false);
            }}
          />
        ) : null
      }
    >
      {isOpen ? null : (
        <button
          {...slot('button', { tone: 'danger' })}
          type="button"
          aria-label={texts.deleteTitle}
          onClick={() => setIsOpen(true)}
        >
          {texts.delete}
        </button>
      )}
    </ListItem>
  );
}
