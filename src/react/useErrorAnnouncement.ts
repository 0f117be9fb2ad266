'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { useKit } from './KitContext.ts';

/**
 * Announces the text of an element that shows an error, each time that it appears or changes. The element itself must
 * not be a live region: a screen reader would read it twice, and an empty one as an empty notification.
 *
 * `onMount` determines whether a text that is present on mount is announced. It isn't for a list that shows the same
 * error again.
 */
export function useErrorAnnouncement(
  ref: RefObject<HTMLElement | null>,
  { onMount }: { readonly onMount: boolean },
): void {
  const { announcer } = useKit();
  const announced = useRef<string>(undefined);
  // After every render, since the text may consist of several elements.
  useEffect(() => {
    const text = ref.current?.textContent ?? '';
    const isNews = announced.current === undefined ? onMount : text !== announced.current;
    announced.current = text;
    if (isNews && text !== '') announcer.announce(text, 'assertive');
  });
}
