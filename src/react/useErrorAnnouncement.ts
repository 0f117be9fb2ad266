'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { useKit } from './KitContext.ts';

/**
 * Announces the text of an element that shows an error, each time that it appears or changes. The element itself must
 * not be a live region: a screen reader would read it twice, and an empty one as an empty notification.
 */
export function useErrorAnnouncement(ref: RefObject<HTMLElement | null>): void {
  const { announcer } = useKit();
  const announced = useRef('');
  // After every render, since the text may consist of several elements.
  useEffect(() => {
    const text = ref.current?.textContent ?? '';
    if (text !== '' && text !== announced.current) announcer.announce(text, 'assertive');
    announced.current = text;
  });
}
