'use client';

import { useRef, type ReactElement, type ReactNode } from 'react';
import { useRestoreFocus } from '../focus/useRestoreFocus.ts';
import { GuardedArea } from '../notice/GuardedArea.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useSettingsTexts } from './SettingsTexts.ts';

export interface SettingsSectionProps {
  readonly title: string;
  /** One line below the title. */
  readonly text?: string | undefined;
  /** Whether the section shows a form, whose draft is kept. Default: false. */
  readonly hasDraft?: boolean;
  readonly children: ReactNode;
}

/**
 * One section of a settings page: a heading, the notice below it, and the content. The focus stays in the section
 * when the focused element is removed.
 *
 * Renders a `<div data-slot="page-section">` around an `<h3>`.
 */
export function SettingsSection({
  title,
  text,
  hasDraft = false,
  children,
}: SettingsSectionProps): ReactElement {
  const slot = useSlot();
  const { paused, pausedText, pausedTextWithDraft } = useSettingsTexts();
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
      <GuardedArea title={paused} text={hasDraft ? pausedTextWithDraft : pausedText}>
        {children}
      </GuardedArea>
    </div>
  );
}
