'use client';

import type { ReactElement } from 'react';
import type { Member } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { Badge } from '../layout/Badge.tsx';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { Picture } from '../layout/Picture.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { nameOf } from './memberName.ts';
import { RoleSelect } from './RoleSelect.tsx';
import { ShortDate } from './ShortDate.tsx';
import type { Members } from './useMembers.ts';

export interface MemberRowProps extends Pick<Members, 'saved' | 'roleChange' | 'remove' | 'onRemoved'> {
  readonly member: Member;
}

/** Renders a member with the role and the actions. The current user's own row has no actions. */
export function MemberRow({ member, saved, roleChange, remove, onRemoved }: MemberRowProps): ReactElement {
  const slot = useSlot();
  const texts = useOrganizationMessages().organizationMembers;
  const { identifier, imageUrl, roleName, joinedAt, isSelf } = member;
  const name = nameOf(member);
  return (
    <ListItem
      icon={<Picture name={name} imageUrl={imageUrl} />}
      title={name}
      badges={isSelf ? <Badge tone="accent">{texts.you}</Badge> : null}
      text={
        <span {...slot('facts')}>
          <span {...slot('facts-row')}>
            {identifier === undefined || identifier === name ? null : (
              <span {...slot('fact')}>{identifier}</span>
            )}
            {joinedAt === undefined ? null : (
              <span {...slot('fact')}>
                <ShortDate text={texts.joined} at={joinedAt} />
              </span>
            )}
          </span>
        </span>
      }
    >
      <SavedMark saved={saved} at={member.id} />
      {roleChange && !isSelf && roleChange.roles.length > 0 ? (
        <RoleSelect member={member} roleChange={roleChange} />
      ) : (
        <span {...slot('page-item-role')}>{roleName}</span>
      )}
      {remove && !isSelf ? (
        <ConfirmButton
          tone="neutral"
          label={formatMessage(texts.removeMember, { name })}
          title={formatMessage(texts.removeQuestion, { name })}
          text={texts.removeWarning}
          confirm={formatMessage(texts.removeMember, { name })}
          run={() => remove(member)}
          onDone={() => onRemoved(member)}
        >
          {texts.remove}
        </ConfirmButton>
      ) : null}
    </ListItem>
  );
}
