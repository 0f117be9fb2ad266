'use client';

import { useCallback, useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { CardHeaderContext, type CardHeaderTexts } from '../layout/CardHeaderContext.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface StepProps {
  /** Identifies the card. */
  readonly name: string;
  /** Whether the first card can still change because the backend's options are loading. */
  readonly isLoading: boolean;
  /** The error that the card shows. */
  readonly error: string | undefined;
  readonly onFocus: () => void;
  readonly children: ReactNode;
}

/**
 * Wraps the card of a flow. When the step changes, the focus moves to the first field of the new card, or to its
 * heading, and the heading is announced, with the error that led to it.
 *
 * Renders a `<div data-slot="step" data-step="…">` with `display: contents`.
 */
export function Step({ name, isLoading, error, onFocus, children }: StepProps): ReactElement {
  const slot = useSlot();
  const { announcer } = useKit();
  const messages = useMessages(signInInEnglish);
  const { announcement } = messages.step;
  const ref = useRef<HTMLDivElement>(null);
  const shown = useRef(name);
  const texts = useRef<CardHeaderTexts>({});
  const keepTexts = useCallback((shownTexts: CardHeaderTexts) => {
    texts.current = shownTexts;
  }, []);

  useEffect(() => {
    const step = ref.current;
    if (!step || shown.current === name) return;
    shown.current = name;
    // After commit, since focusing may set state.
    queueMicrotask(() => enter(step));
    const { title, text } = texts.current;
    if (title !== undefined) {
      // Replaces the announcement of the error alone.
      const urgency = error === undefined ? 'polite' : 'assertive';
      announcer.announce(formatMessage(announcement, { title, text, error }), urgency);
    }
  }, [name, error, announcer, announcement]);

  return (
    <div {...slot('step', { step: name, loading: isLoading })} ref={ref} onFocus={onFocus}>
      <CardHeaderContext.Provider value={keepTexts}>{children}</CardHeaderContext.Provider>
    </div>
  );
}

/** Focuses the first empty field, else the first field, the heading or the first button. */
function enter(step: HTMLElement): void {
  if (isElsewhere(step)) return;
  const fields = [...step.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"], [hidden])')];
  const heading = step.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6, [role="heading"]');
  heading?.setAttribute('tabindex', '-1');
  const target = fields.find(({ value }) => value === '') ?? fields[0] ?? heading;
  (target ?? step.querySelector('button'))?.focus();
}

/** Returns whether the focus is in another part of the page. */
function isElsewhere(step: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !step.contains(activeElement);
}
