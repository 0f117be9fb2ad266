import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

export interface ListItemProps {
  readonly title: ReactNode;
  /** Content before the title: an icon or a picture. */
  readonly icon?: ReactNode;
  readonly badges?: ReactNode;
  /** Small print below the title. */
  readonly text?: ReactNode;
  /** Content below the item: a form, for example. */
  readonly below?: ReactNode;
  /** The item's buttons. */
  readonly children?: ReactNode;
}

/**
 * An item of a list, with its buttons at the end. It receives the focus when the item before it is removed.
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
