'use client';

import { useLayoutEffect, type RefObject } from 'react';

/** On unmount, moves the focus to the first button of `group` if it was inside of `ref`. */
export function useFocusFallback(
  ref: RefObject<HTMLElement | null>,
  group: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      // The element is still in the document during the cleanup of a layout effect.
      if (element?.contains(document.activeElement)) firstButtonOf(group)?.focus();
    };
  }, [ref, group]);
}

/** Read late: React sets the ref of an ancestor after the effects of its descendants. */
function firstButtonOf({ current }: RefObject<HTMLElement | null>): HTMLElement | null | undefined {
  return current?.querySelector<HTMLElement>('button');
}
