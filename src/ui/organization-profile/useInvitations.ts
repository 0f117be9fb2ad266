'use client';

import { useCallback, useRef } from 'react';
import { withValues } from '../../auth/AuthError.ts';
import type { Invitation, Organization, Role } from '../../auth/OrganizationPort.ts';
import { requireOperation } from '../../auth/requireOperation.ts';
import { formatList, formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';
import { usePages, type LoadPage, type Pages } from './usePages.ts';
import { useRoles } from './useRoles.ts';

export interface InvitationRequest {
  readonly emails: readonly string[];
  readonly role: string;
}

/** Confirms sent invitations at `invite`, and a revoked one at `list`. */
export interface Invitations extends Pages<Invitation>, Savings {
  readonly roles: readonly Role[];
  readonly submission: Submission;
  /**
   * Sends invitations and resolves to whether that succeeded. `undefined` if the role or the adapter doesn't allow
   * it.
   */
  readonly invite: ((request: InvitationRequest) => Promise<boolean>) | undefined;
  /** For a guarded button. `undefined` if the role or the adapter doesn't allow it. */
  readonly revoke: ((invitation: Invitation) => Promise<void>) | undefined;
  /** Call it when `revoke` has succeeded. */
  readonly onRevoked: (invitation: Invitation) => void;
}

/**
 * Loads and revokes the invitations of an organization page by page, and sends new ones, for your own page.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't load them.
 */
export function useInvitations({ id: organizationId, can }: Organization): Invitations {
  const { adapter } = useAdapter();
  const { locale } = useKit();
  const { confirm, ...savings } = useSaved();
  const { sent, revoked } = useOrganizationMessages().organizationInvitations;
  const load: LoadPage<Invitation> = useCallback(
    (page) => requireOperation(adapter, 'loadInvitations', 'useInvitations')({ organizationId, ...page }),
    [adapter, organizationId],
  );
  const pages = usePages(load);
  /** The addresses of the last request, in lowercase. */
  const requested = useRef<ReadonlySet<string>>(new Set());
  const { submission, submit, reset } = useSubmission(
    async ({ emails, role }: InvitationRequest) => {
      requested.current = new Set(emails.map((email) => email.toLowerCase()));
      try {
        await adapter.inviteMembers?.({ organizationId, emails, role });
      } catch (error) {
        throw withValues(error, { email: formatList(emails, 'disjunction', locale) });
      }
      confirm(formatMessage(sent, { count: emails.length }, locale), 'invite');
      await pages.list.reload();
    },
    { api: adapter.baseUrl },
  );

  return {
    ...pages,
    ...savings,
    roles: useRoles(organizationId),
    submission,
    invite: can.manageMembers && adapter.inviteMembers ? submit : undefined,
    revoke:
      can.manageMembers && adapter.revokeInvitation
        ? ({ id }) => adapter.revokeInvitation?.({ organizationId, invitationId: id }) ?? Promise.resolve()
        : undefined,
    onRevoked({ email }) {
      const wasInvited = submission.status === 'failed' && submission.error.code === 'already_invited';
      if (wasInvited && requested.current.has(email.toLowerCase())) reset();
      confirm(formatMessage(revoked, { email }), 'list');
      void pages.list.reload();
    },
  };
}
