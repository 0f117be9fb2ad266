'use client';

import { useId, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { InviteForm } from './InviteForm.tsx';
import { Pager } from './Pager.tsx';
import { ShortDate } from './ShortDate.tsx';
import type { Invitations } from './useInvitations.ts';

export interface InvitationsViewProps {
  /** The key of the draft. */
  readonly draftKey: string;
  readonly invitations: Invitations;
}

/** The invitations section (presentational): a form for new ones, and the pending ones. */
export function InvitationsView({ draftKey, invitations }: InvitationsViewProps): ReactElement {
  const slot = useSlot();
  const texts = useOrganizationMessages().organizationInvitations;
  const { list, isTurning, turnTo, roles, submission, saved, clearSaved, invite, revoke, onRevoked } =
    invitations;
  const listId = useId();
  return (
    <SettingsSection title={texts.title} hasDraft={invite !== undefined}>
      {invite ? (
        <InviteForm
          draftKey={draftKey}
          roles={roles}
          submission={submission}
          mark={<SavedMark saved={saved} at="invite" />}
          onEdit={clearSaved}
          onSubmit={invite}
        />
      ) : null}
      <div {...slot('page-list-area')}>
        <h4 {...slot('page-list-title')} id={listId} tabIndex={-1}>
          {texts.pending}
        </h4>
        <LoadedView loading={list}>
          {({ items, page, pageCount }) => (
            <>
              {items.length === 0 ? (
                <p {...slot('page-empty')}>{texts.empty}</p>
              ) : (
                <ul
                  {...slot('page-list', { pending: isTurning })}
                  aria-labelledby={listId}
                  aria-busy={isTurning}
                >
                  {items.map((invitation) => (
                    <ListItem
                      key={invitation.id}
                      title={invitation.email}
                      text={
                        invitation.createdAt === undefined ? undefined : (
                          <ShortDate text={texts.invited} at={invitation.createdAt} />
                        )
                      }
                    >
                      <span {...slot('page-item-role')}>{invitation.roleName}</span>
                      {revoke ? (
                        <ActionButton
                          label={formatMessage(texts.revokeInvitation, { email: invitation.email })}
                          run={() => revoke(invitation)}
                          onDone={() => onRevoked(invitation)}
                        >
                          {texts.revoke}
                        </ActionButton>
                      ) : null}
                    </ListItem>
                  ))}
                </ul>
              )}
              <SavedMark saved={saved} at="list" />
              <Pager page={page} pageCount={pageCount} onTurn={turnTo} />
            </>
          )}
        </LoadedView>
      </div>
    </SettingsSection>
  );
}
