import type { ReactElement, ReactNode } from 'react';
import { slot } from './slot.ts';

export interface CardProps {
  readonly title: ReactNode;
  /** One line below the title. */
  readonly text?: ReactNode;
  readonly footer?: ReactNode;
  /** Above the title: a logo, for example. */
  readonly header?: ReactNode;
  /** The id of the heading, so that what is in the card can be named by it. */
  readonly titleId?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A framed surface with a heading. Renders a `<div data-slot="card">` around an `<h2>`. */
export function Card({ title, text, header, footer, titleId, className, children }: CardProps): ReactElement {
  return (
    <div {...slot('card', {}, className)}>
      <div {...slot('card-header')}>
        {header}
        <h2 {...slot('card-title')} id={titleId}>
          {title}
        </h2>
        {text === undefined ? null : <p {...slot('card-text')}>{text}</p>}
      </div>
      {children}
      {footer === undefined ? null : <p {...slot('card-footer')}>{footer}</p>}
    </div>
  );
}
