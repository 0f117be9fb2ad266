'use client';

import { useEffect, useRef, type ReactElement } from 'react';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { BlankCard } from '../settings-page/SettingsPage.tsx';
import { OrganizationIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export type NoOrganizationProps = { readonly className?: string | undefined } & (
  | {
      /** `none`: no organization is active. `gone`: the user isn't a member, or it doesn't exist. */
      readonly reason: 'none' | 'gone';
    }
  | {
      /** The user has just left or deleted the organization; `title` says which. */
      readonly reason: 'left';
      readonly title: string;
    }
);

/** Replaces the page of an organization and takes over its focus. */
export function NoOrganization({ className, ...props }: NoOrganizationProps): ReactElement {
  const slot = useSlot();
  const { none, noneText, gone, goneText } = useOrganizationMessages().organization;
  const ref = useRef<HTMLHeadingElement>(null);
  const said = {
    none: { title: none, text: noneText },
    gone: { title: gone, text: goneText },
    left: { title: props.reason === 'left' ? props.title : none, text: noneText },
  }[props.reason];
  const isGone = props.reason !== 'none';
  useEffect(() => {
    if (isGone && document.activeElement === document.body) ref.current?.focus();
  }, [isGone]);
  return (
    <BlankCard className={className}>
      <div {...slot('empty')}>
        <OrganizationIcon {...slot('empty-icon')} width="2rem" height="2rem" strokeWidth="1.5" />
        <h2 {...slot('empty-title')} ref={ref} tabIndex={-1}>
          {said.title}
        </h2>
        <p {...slot('empty-text')}>{said.text}</p>
      </div>
    </BlankCard>
  );
}
