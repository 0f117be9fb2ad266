'use client';

import type { ReactElement } from 'react';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { ChoiceIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { OrganizationMenuProps } from './OrganizationMenu.tsx';

export interface PlainSwitcherProps extends Omit<OrganizationMenuProps, 'control'> {
  readonly className?: string | undefined;
}

/** The switcher as a native `<select>`, for a menu that failed to load. */
export function PlainSwitcher({
  organizations,
  activeId,
  switchTo,
  profileUrl,
  createUrl,
  hasPersonalAccount,
  className,
}: PlainSwitcherProps): ReactElement {
  const slot = useSlot();
  const texts = useOrganizationMessages().organizationSwitcher;
  const all = organizations.status === 'loaded' ? organizations.value : [];
  return (
    <>
      <span {...slot('role-control')}>
        <select
          {...slot('role-select', {}, className)}
          aria-label={texts.label}
          value={activeId ?? ''}
          onChange={({ currentTarget }) =>
            void switchTo(currentTarget.value === '' ? null : currentTarget.value)
          }
        >
          {hasPersonalAccount || activeId === null ? <option value="">{texts.personal}</option> : null}
          {all.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <ChoiceIcon {...slot('select-icon')} width="0.875rem" height="0.875rem" />
      </span>
      {activeId === null || profileUrl === undefined ? null : (
        <a {...slot('link')} href={profileUrl}>
          {texts.manage}
        </a>
      )}
      {createUrl === undefined ? null : (
        <a {...slot('link')} href={createUrl}>
          {texts.create}
        </a>
      )}
    </>
  );
}
