'use client';

import { useState } from 'react';
import type { Member, Role } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { useDeferredActions } from '../../react/useDeferredActions.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useGuardedMutation } from '../../react/useGuardedMutation.ts';
import { submissionErrorOf, type SubmissionError } from '../../react/useSubmission.ts';
import { nameOf } from './memberName.ts';

export interface RoleChange {
  /** The available roles; empty until they are loaded. */
  readonly roles: readonly Role[];
  /** Returns the member's role; the optimistic one while the request is pending. */
  readonly roleOf: (member: Member) => string;
  readonly isPending: (member: Member) => boolean;
  /** Returns the error of the last change. */
  readonly errorOf: (member: Member) => SubmissionError | undefined;
  /** Changes a role. Never rejects; `MaintenanceDialog` explains a blocked change. */
  readonly change: (member: Member, role: string) => Promise<void>;
}

/** By the id of the member. */
type ByMember<Value> = Readonly<Record<string, Value | undefined>>;

/**
 * Changes the roles of members. A change is shown immediately and undone if the service rejects it. Calls `onChanged`
 * with the confirmation of a change.
 */
export function useRoleChange(
  organizationId: string,
  roles: readonly Role[],
  onChanged: (member: Member, said: string) => Promise<unknown>,
): RoleChange {
  const { adapter } = useAdapter();
  const deferredActions = useDeferredActions();
  const { changeRole, roleChanged } = useOrganizationMessages().organizationMembers;
  const [pendingRoles, setPendingRoles] = useState<ByMember<string>>({});
  const [errors, setErrors] = useState<ByMember<SubmissionError>>({});
  const set =
    <Value>(id: string, value: Value | undefined) =>
    (all: ByMember<Value>) => ({ ...all, [id]: value });
  const send = (member: Member, role: string): Promise<void> =>
    adapter.changeMemberRole?.({ organizationId, memberId: member.id, role }) ?? Promise.resolve();
  // Each member has a separate value, so a failed change doesn't affect the others.
  const showAndSend = (member: Member, role: string): Promise<void> => {
    setPendingRoles(set(member.id, role));
    return send(member, role);
  };
  const { mutate } = useGuardedMutation(showAndSend, { api: adapter.baseUrl });

  async function change(member: Member, role: string): Promise<void> {
    const { id } = member;
    if (lookUp(pendingRoles, id) !== undefined) return;
    setErrors(set<SubmissionError>(id, undefined));
    const settled = await mutate(member, role);
    const name = nameOf(member);
    if (settled.status === 'succeeded') {
      const roleName = roles.find((known) => known.id === role)?.name ?? role;
      await onChanged(member, formatMessage(roleChanged, { name, role: roleName }));
      setPendingRoles(set<string>(id, undefined));
    } else if (settled.status === 'failed') {
      const { error } = settled;
      setPendingRoles(set<string>(id, undefined));
      const label = formatMessage(changeRole, { name });
      if (error instanceof SystemUnderMaintenanceError) {
        deferredActions.explain({
          id: `change-role:${id}`,
          label,
          canWait: false,
          run: () => send(member, role),
        });
      } else setErrors(set(id, submissionErrorOf(error)));
    }
  }

  return {
    roles,
    roleOf: ({ id, role }) => lookUp(pendingRoles, id) ?? role,
    isPending: ({ id }) => lookUp(pendingRoles, id) !== undefined,
    errorOf: ({ id }) => lookUp(errors, id),
    change,
  };
}
