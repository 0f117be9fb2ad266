import type { ReactElement } from 'react';

export interface PageTitleProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What a page is, and what it shows of the kit. */
export function PageTitle({ id, title, text }: PageTitleProps): ReactElement {
  return (
    <div className="title">
      <h1 id={id}>{title}</h1>
      <p>{text}</p>
    </div>
  );
}
