'use client';

import type { ReactElement } from 'react';
import type { Organization } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { OrganizationExit } from './useOrganizationExit.ts';

export interface ExitRowsProps {
  readonly organization: Organization;
  readonly exit: OrganizationExit;
}

/**
 * Renders the rows for leaving and deleting the organization, as far as the user may. Renders nothing if there is none.
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
      {remove ? (
        <ListItem title={texts.deleteTitle} text={texts.deleteText}>
          <ConfirmButton
            label={texts.deleteTitle}
            title={formatMessage(texts.deleteQuestion, { name })}
            text={texts.deleteWarning}
            confirm={texts.deleteTitle}
            run={remove}
            onDone={() => finish('deleted')}
          >
            {texts.delete}
          </ConfirmButton>
        </ListItem>
      ) : null}
    </ul>
  );
}
