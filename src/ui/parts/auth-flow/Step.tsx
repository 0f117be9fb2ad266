'use client';

import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useKit } from '../../../react/KitContext.ts';
import { useSlot } from '../slot.ts';

export interface StepProps {
  /** Which card is shown. */
  readonly name: string;
  /** The first card may still change: how the backend is set up is being asked for. */
  readonly isLoading: boolean;
  readonly onFocus: () => void;
  readonly children: ReactNode;
}

/**
 * Around the card of a flow. When another card takes its place, the focus goes to the first field of it, else to its
 * heading, and its heading is announced.
 *
 * Renders a `<div data-slot="step" data-step="…">` that has no box of its own.
 */
export function Step({ name, isLoading, onFocus, children }: StepProps): ReactElement {
  const slot = useSlot();
  const { announcer } = useKit();
  const ref = useRef<HTMLDivElement>(null);
  const shown = useRef(name);

  useEffect(() => {
    const step = ref.current;
    if (!step || shown.current === name) return;
    shown.current = name;
    // What the focus sets off is no part of what React is at.
    queueMicrotask(() => enter(step));
    announcer.announce(announcementOf(step), 'polite');
  }, [name, announcer]);

  return (
    <div {...slot('step', { step: name, loading: isLoading })} ref={ref} onFocus={onFocus}>
      {children}
    </div>
  );
}

/** Brings the focus to the first field that is empty, else to the first, else to the heading. */
function enter(step: HTMLElement): void {
  if (isElsewhere(step)) return;
  const title = step.querySelector<HTMLElement>('[data-slot="card-title"]');
  title?.setAttribute('tabindex', '-1');
  const fields = [...step.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"], [hidden])')];
  (fields.find(({ value }) => value === '') ?? fields[0] ?? title)?.focus();
}

/** What the card is about, and why it is there where that is because of a refusal. */
function announcementOf(step: HTMLElement): string {
  return ['card-title', 'card-text', 'form-alert']
    .map((name) => step.querySelector(`[data-slot="${name}"]`)?.textContent)
    .filter(Boolean)
    .join('. ');
}

/** Whether somebody is busy with another part of the page. */
function isElsewhere(step: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !step.contains(activeElement);
}
