'use client';

import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { OrganizationIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface BlankCardProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The frame of the page without an organization. */
export function BlankCard({ className, children }: BlankCardProps): ReactElement {
  const slot = useSlot();
  return <div {...slot('tabbed-card', { blank: true }, className)}>{children}</div>;
}

export interface NoOrganizationProps {
  /** `none`: no organization is active. `gone`: the user doesn't belong to it, or no longer. */
  readonly reason: 'none' | 'gone';
  readonly className?: string | undefined;
}

/** Replaces the organization. Takes the focus of the page that it replaces. */
export function NoOrganization({ reason, className }: NoOrganizationProps): ReactElement {
  const slot = useSlot();
  const { none, noneText, gone, goneText } = useOrganizationMessages().organization;
  const ref = useRef<HTMLHeadingElement>(null);
  const isGone = reason === 'gone';
  useEffect(() => {
    if (isGone && document.activeElement === document.body) ref.current?.focus();
  }, [isGone]);
  return (
    <BlankCard className={className}>
      <div {...slot('empty')}>
        <OrganizationIcon {...slot('empty-icon')} width="32" height="32" strokeWidth="1.5" />
        <h2 {...slot('empty-title')} ref={ref} tabIndex={-1}>
          {isGone ? gone : none}
        </h2>
        <p {...slot('empty-text')}>{isGone ? goneText : noneText}</p>
      </div>
    </BlankCard>
  );
}
