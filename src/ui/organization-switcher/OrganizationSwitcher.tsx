'use client';

import type { ReactElement } from 'react';
import { createLazy } from '../../react/createLazy.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { MenuButton, useMenuControl } from '../layout/MenuButton.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';
import type { OrganizationSwitcherSlot } from '../styling/slotNames.ts';
import { PlainSwitcher, type PlainSwitcherProps } from './PlainSwitcher.tsx';
import { SwitcherContent } from './SwitcherFace.tsx';
import { useOrganizationSwitcher } from './useOrganizationSwitcher.ts';

export interface OrganizationSwitcherProps {
  /** The URL of the organization's page. Default: the menu has no link to it. */
  readonly profileUrl?: string | undefined;
  /** The URL for creating an organization. Default: the menu has no link to it. */
  readonly createUrl?: string | undefined;
  /** False if users have no personal account. Default: true. */
  readonly hasPersonalAccount?: boolean | undefined;
  /** Added to the kit's own class, on the button. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ menu: 'my-class' }`. */
  readonly classNames?: ClassNames<OrganizationSwitcherSlot> | undefined;
}

/** The menu's library is larger than a sign-in page, so it is loaded only for signed-in users. */
const useMenu = createLazy(async () => (await import('./OrganizationMenu.tsx')).OrganizationMenu);

/**
 * Shows the active organization and a menu for switching to another organization or the personal account, with links
 * to the organization's page and to creating one. Switching is a session request and works during maintenance.
 * Renders nothing for a signed-out user.
 *
 * Renders a `<button data-slot="organization-switcher">` that opens a `<div role="menu" data-slot="menu">`. The
 * button is shown before its menu is loaded, and a press opens the menu then. If the menu fails to load, a `<select>`
 * replaces it.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't list
 *   organizations.
 */
export function OrganizationSwitcher({ classNames, ...props }: OrganizationSwitcherProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames}>
      <Switcher {...props} />
    </AppearanceProvider>
  );
}

function Switcher({
  hasPersonalAccount = true,
  className,
  ...links
}: OrganizationSwitcherProps): ReactElement | null {
  const slot = useSlot();
  const choice = useOrganizationSwitcher();
  const { switchFailed } = useOrganizationMessages().organizationSwitcher;
  const { user, switching } = choice;
  if (!user) return null;
  return (
    <span {...slot('action')}>
      <Menu
        {...links}
        {...choice}
        user={user}
        hasPersonalAccount={hasPersonalAccount}
        className={className}
      />
      {switching.status === 'failed' ? <span {...slot('action-error')}>{switchFailed}</span> : null}
    </span>
  );
}

function Menu({ className, ...props }: PlainSwitcherProps): ReactElement {
  const menu = useMenu();
  // The list may have changed since the page was loaded.
  const control = useMenuControl(() => void props.organizations.reload());
  if (menu.status === 'failed') return <PlainSwitcher {...props} className={className} />;
  const LoadedMenu = menu.status === 'loaded' ? menu.value : null;
  return (
    <>
      <MenuButton
        control={control}
        slotName="organization-switcher"
        isBusy={props.switching.status === 'switching' || (control.isOpen && LoadedMenu === null)}
        className={className}
      >
        <SwitcherContent {...props} />
      </MenuButton>
      {LoadedMenu === null ? null : <LoadedMenu {...props} control={control} />}
    </>
  );
}
