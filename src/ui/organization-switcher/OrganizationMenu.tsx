'use client';

import {
  Content,
  Item,
  Label,
  Portal,
  RadioGroup,
  Root,
  Separator,
  Trigger,
} from '@radix-ui/react-dropdown-menu';
import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { OrganizationIcon, PlusIcon } from '../styling/icons.tsx';
import type { PressedEarly } from '../layout/PendingTrigger.tsx';
import { Picture } from '../layout/Picture.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { MenuChoice, MenuLink } from './menuItems.tsx';
import { SwitcherContent } from './SwitcherFace.tsx';
import type { OrganizationChoice } from './useOrganizationSwitcher.ts';

export interface OrganizationMenuProps extends OrganizationChoice, PressedEarly {
  readonly user: AuthUser;
  readonly profileUrl?: string | undefined;
  readonly createUrl?: string | undefined;
  readonly hasPersonalAccount: boolean;
  readonly className?: string | undefined;
}

/** The value of the personal account, which is no organization's id. */
const PERSONAL = '';

/** The menu, with what opens it. */
export function OrganizationMenu(props: OrganizationMenuProps): ReactElement {
  const slot = useSlot();
  const { defaultOpen, takeFocus, ...choice } = props;
  const { user, organizations, activeId, switching, switchTo, profileUrl, createUrl, className } = choice;
  const texts = useOrganizationMessages().organizationSwitcher;
  const { loading } = useMessages();
  const { organization: common } = useOrganizationMessages();
  const isSwitching = switching.status === 'switching';
  return (
    <Root
      modal={false}
      defaultOpen={defaultOpen}
      // The library does not ask the page which way it is written.
      dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}
      onOpenChange={(isOpen) => {
        // The list may have changed since the page was loaded.
        if (isOpen) void organizations.reload();
      }}
    >
      <Trigger
        {...slot('organization-switcher', { pending: isSwitching }, className)}
        aria-busy={isSwitching || undefined}
        ref={takeFocus}
      >
        <SwitcherContent {...choice} />
      </Trigger>
      <Portal>
        <Content {...slot('menu')} align="start" sideOffset={6} collisionPadding={8}>
          <RadioGroup
            value={activeId ?? PERSONAL}
            onValueChange={(id) => void switchTo(id === PERSONAL ? null : id)}
          >
            {choice.hasPersonalAccount ? (
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
                // The menu stays, to show what comes of it.
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
            <MenuLink href={profileUrl} icon={<OrganizationIcon width="16" height="16" />}>
              {texts.manage}
            </MenuLink>
          )}
          {createUrl === undefined ? null : (
            <MenuLink href={createUrl} icon={<PlusIcon width="16" height="16" />}>
              {texts.create}
            </MenuLink>
          )}
        </Content>
      </Portal>
    </Root>
  );
}
