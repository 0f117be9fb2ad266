'use client';

import { useContext, useEffect, type ReactElement, type ReactNode } from 'react';
import { CardHeaderContext } from './CardHeaderContext.ts';
import { useAppearance } from '../styling/Appearance.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface CardProps {
  /** The heading. */
  readonly title: ReactNode;
  /** One line below the title. */
  readonly text?: ReactNode;
  /** Small print below the content. */
  readonly footer?: ReactNode;
  /** Content above the title: a logo, for example. */
  readonly header?: ReactNode;
  /** The id of the heading, which can name a form in the card. */
  readonly titleId?: string;
  /** Added to the kit's own class, on the card. */
  readonly className?: string | undefined;
  /** Between the heading and the footer. */
  readonly children?: ReactNode;
}

/** A framed surface with a heading. Renders a `<div data-slot="card">` around an `<h2>`. */
export function Card({ title, text, header, footer, titleId, className, children }: CardProps): ReactElement {
  const slot = useSlot();
  const { render } = useAppearance();
  const onTexts = useContext(CardHeaderContext);
  useEffect(() => {
    onTexts?.({ title: textOf(title), text: textOf(text) });
  }, [onTexts, title, text]);
  const parts = {
    header,
    title: (
      <h2 {...slot('card-title')} id={titleId}>
        {title}
      </h2>
    ),
    text: text === undefined ? null : <p {...slot('card-text')}>{text}</p>,
  };
  const ownFooter = render?.cardFooter ? render.cardFooter(footer) : footer;
  return (
    <div {...slot('card', {}, className)}>
      <div {...slot('card-header')}>
        {render?.cardHeader?.(parts) ?? (
          <>
            {header}
            {parts.title}
            {parts.text}
          </>
        )}
      </div>
      {children}
      {ownFooter === undefined || ownFooter === null ? null : <p {...slot('card-footer')}>{ownFooter}</p>}
    </div>
  );
}

function textOf(node: ReactNode): string | undefined {
  return typeof node === 'string' ? node : undefined;
}
