import type { ReactElement } from 'react';

export interface PageTitleProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The title of a page, with a description. */
export function PageTitle({ id, title, text }: PageTitleProps): ReactElement {
  return (
    <div className="title">
      <h1 id={id}>{title}</h1>
      <p>{text}</p>
    </div>
  );
}
