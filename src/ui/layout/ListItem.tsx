import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

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
 * Renders an `<li data-slot="page-item">`.
 */
export function ListItem({ title, icon, badges, text, below, children }: ListItemProps): ReactElement {
  const slot = useSlot();
  return (
    <li {...slot('page-item')} tabIndex={-1}>
      <div {...slot('page-item-row')}>
        {icon}
        <div {...slot('page-item-body')}>
          <span {...slot('page-item-title')}>
            <span {...slot('page-item-name')}>{title}</span> {badges}
          </span>
          {text === undefined ? null : <span {...slot('page-item-text')}>{text}</span>}
        </div>
        <div {...slot('page-item-actions')}>{children}</div>
      </div>
      {below}
    </li>
  );
}
