'use client';

import { useId, type KeyboardEvent, type ReactElement, type SyntheticEvent } from 'react';
import type { Member } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { errorsInEnglish } from '../../messages/errors.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useGuardedPress } from '../../react/useGuardedPress.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { textOfError } from '../../react/useSubmission.ts';
import { ActionError } from '../action/ActionError.tsx';
import { ChoiceIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { nameOf } from './memberName.ts';
import type { RoleChange } from './useRoleChange.ts';

export interface RoleSelectProps {
  readonly member: Member;
  readonly roleChange: RoleChange;
}

/** The keys that don't open a select or change its value. */
const passing = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape']);

/**
 * A select for the role of a member. During maintenance it keeps its focus and doesn't open; a press opens a dialog
 * with the reason.
 */
export function RoleSelect({ member, roleChange }: RoleSelectProps): ReactElement {
  const slot = useSlot();
  const messages = useMessages(errorsInEnglish);
  const texts = useOrganizationMessages().organizationMembers;
  const errorId = useId();
  const { roles, roleOf, isPending, change } = roleChange;
  const role = roleOf(member);
  const error = roleChange.errorOf(member);

  const {
    isBlocked,
    pressProps: { onClick: press, ...disabledProps },
  } = useGuardedPress<SyntheticEvent>({
    // Sends nothing: the mutation is guarded, and the dialog gives the reason.
    onBlocked: () => change(member, role),
  });

  return (
    <span {...slot('role')}>
      <span {...slot('role-control')}>
        <select
          {...slot('role-select', { disabled: isBlocked, pending: isPending(member) })}
          {...disabledProps}
          aria-label={formatMessage(texts.role, { name: nameOf(member) })}
          aria-describedby={errorId}
          value={role}
          onMouseDown={(event) => {
            press(event);
            if (isBlocked) event.currentTarget.focus();
          }}
          onKeyDown={(event: KeyboardEvent) => {
            if (!passing.has(event.key)) press(event);
          }}
          onChange={({ currentTarget }) => void change(member, currentTarget.value)}
        >
          {roles.some(({ id }) => id === role) ? null : <option value={role}>{member.roleName}</option>}
          {roles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <ChoiceIcon {...slot('select-icon')} width="0.875rem" height="0.875rem" />
      </span>
      <ActionError id={errorId}>{error === undefined ? null : textOfError(error, messages)}</ActionError>
    </span>
  );
}
