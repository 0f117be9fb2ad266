import type { ReactElement, ReactNode } from 'react';
import { slot } from './slot.ts';

export interface ListItemProps {
  readonly title: ReactNode;
  /** Before the title: an icon, a picture. */
  readonly icon?: ReactNode;
  readonly badges?: ReactNode;
  /** Below the title, in small print. */
  readonly text?: ReactNode;
  /** Below all of it: a form. */
  readonly below?: ReactNode;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/**
 * One of several things, with what can be done with it at the end. Takes the focus when the one before it is removed.
 *
 * Renders an `<li data-slot="profile-item">`.
 */
export function ListItem({ title, icon, badges, text, below, children }: ListItemProps): ReactElement {
  return (
    <li {...slot('profile-item')} tabIndex={-1}>
      <div {...slot('profile-item-row')}>
        {icon}
        <div {...slot('profile-item-body')}>
          <span {...slot('profile-item-title')}>
            <span {...slot('profile-item-name')}>{title}</span> {badges}
          </span>
          {text === undefined ? null : <span {...slot('profile-item-text')}>{text}</span>}
        </div>
        <div {...slot('profile-item-actions')}>{children}</div>
      </div>
      {below}
    </li>
  );
}
