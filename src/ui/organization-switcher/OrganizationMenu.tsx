'use client';

import { Item, Label, RadioGroup, Separator } from '@radix-ui/react-dropdown-menu';
import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { OrganizationIcon, PlusIcon } from '../styling/icons.tsx';
import { Menu } from '../layout/Menu.tsx';
import type { MenuControl } from '../layout/MenuButton.tsx';
import { Picture } from '../layout/Picture.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { MenuLink } from '../layout/MenuLink.tsx';
import { MenuChoice } from './MenuChoice.tsx';
import type { OrganizationChoice } from './useOrganizationSwitcher.ts';

export interface OrganizationMenuProps extends OrganizationChoice {
  readonly control: MenuControl;
  readonly user: AuthUser;
  readonly profileUrl?: string | undefined;
  readonly createUrl?: string | undefined;
  readonly hasPersonalAccount: boolean;
}

/** The value of the personal account, which is no organization's id. */
const PERSONAL = '';

/** The content of the switcher's menu. */
export function OrganizationMenu(props: OrganizationMenuProps): ReactElement {
  const slot = useSlot();
  const { control, user, organizations, activeId, switchTo, profileUrl, createUrl, hasPersonalAccount } =
    props;
  const texts = useOrganizationMessages().organizationSwitcher;
  const { loading } = useMessages(noticesInEnglish);
  const { organization: common } = useOrganizationMessages();
  return (
    <Menu control={control} align="start">
      <RadioGroup
        value={activeId ?? PERSONAL}
        onValueChange={(id) => void switchTo(id === PERSONAL ? null : id)}
      >
        {hasPersonalAccount ? (
          <MenuChoice
            value={PERSONAL}
            name={texts.personal}
            text={user.email ?? user.name}
            picture={<Picture name={user.name ?? user.email ?? user.id} imageUrl={user.imageUrl} />}
          />
        ) : null}
        <Label {...slot('menu-heading')}>{texts.organizations}</Label>
        {organizations.status === 'loaded'
          ? organizations.value.map(({ id, name, imageUrl, roleName }) => (
              <MenuChoice
                key={id}
                value={id}
                name={name}
                text={roleName}
                picture={<Picture name={name} imageUrl={imageUrl} shape="square" />}
              />
            ))
          : null}
      </RadioGroup>
      {organizations.status === 'loading' ? <Label {...slot('menu-note')}>{loading}</Label> : null}
      {organizations.status === 'failed' ? (
        <Item
          {...slot('menu-item')}
          onSelect={(event) => {
            // The menu stays open to show the outcome.
            event.preventDefault();
            void organizations.reload();
          }}
        >
          {common.loadFailed} {common.tryAgain}
        </Item>
      ) : null}
      {organizations.status === 'loaded' && organizations.value.length === 0 ? (
        <Label {...slot('menu-note')}>{texts.empty}</Label>
      ) : null}
      {createUrl === undefined && profileUrl === undefined ? null : <Separator {...slot('menu-line')} />}
      {activeId === null || profileUrl === undefined ? null : (
        <MenuLink href={profileUrl} icon={<OrganizationIcon width="1rem" height="1rem" />}>
          {texts.manage}
        </MenuLink>
      )}
      {createUrl === undefined ? null : (
        <MenuLink href={createUrl} icon={<PlusIcon width="1rem" height="1rem" />}>
          {texts.create}
        </MenuLink>
      )}
    </Menu>
  );
}
