'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { ActionDialog } from '../action/ActionDialog.tsx';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { MemberRow } from './MemberRow.tsx';
import { Pager } from './Pager.tsx';
import { SearchField } from './SearchField.tsx';
import type { Members } from './useMembers.ts';

/** The members section (presentational): a search field, a list and a pager. */
export function MembersView({ members }: { readonly members: Members }): ReactElement {
  const slot = useSlot();
  const texts = useOrganizationMessages().organizationMembers;
  const { list, isTurning, turnTo, query, search, saved, roleChange, remove, onRemoved } = members;
  return (
    <SettingsSection title={texts.title}>
      <SearchField label={texts.search} placeholder={texts.searchHint} onSearch={search} />
      <LoadedView loading={list}>
        {({ items, page, pageCount }) => (
          <>
            {items.length === 0 ? (
              <p {...slot('page-empty')}>{formatMessage(texts.noneFound, { query })}</p>
            ) : (
              <ul
                {...slot('page-list', { pending: isTurning }, 'mk-member-list')}
                aria-label={texts.title}
                aria-busy={isTurning}
              >
                {items.map((member) => (
                  <MemberRow
                    key={member.id}
                    member={member}
                    saved={saved}
                    roleChange={roleChange}
                    remove={remove}
                    onRemoved={onRemoved}
                  />
                ))}
              </ul>
            )}
            <SavedMark saved={saved} at="list" />
            <Pager page={page} pageCount={pageCount} onTurn={turnTo} />
          </>
        )}
      </LoadedView>
      <ActionDialog />
    </SettingsSection>
  );
}
