'use client';

import { useRef, type ReactElement, type ReactNode } from 'react';
import { GuardedArea } from './GuardedArea.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useRestoreFocus } from '../focus/useRestoreFocus.ts';

export interface PageSectionProps {
  readonly title: string;
  /** One line below the title. */
  readonly text?: string | undefined;
  /** What is said of a maintenance. */
  readonly paused: { readonly title: string; readonly text: string };
  readonly children: ReactNode;
}

/**
 * One page of a `TabbedCard`: a heading, the state of the service below it, and what the page is about. The focus stays
 * on the page when what had it goes away.
 *
 * Renders a `<div data-slot="page">` around an `<h3>`.
 */
export function PageSection({ title, text, paused, children }: PageSectionProps): ReactElement {
  const slot = useSlot();
  const ref = useRef<HTMLDivElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useRestoreFocus(ref, headingRef);
  return (
    <div {...slot('page-section')} ref={ref}>
      <div {...slot('page-section-head')}>
        <h3 {...slot('page-section-title')} ref={headingRef} tabIndex={-1}>
          {title}
        </h3>
        {text === undefined ? null : <p {...slot('page-section-text')}>{text}</p>}
      </div>
      <GuardedArea title={paused.title} text={paused.text}>
        {children}
      </GuardedArea>
    </div>
  );
}
