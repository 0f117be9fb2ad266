'use client';

import { useLayoutEffect, type RefObject } from 'react';

/** On unmount, moves the focus to `target` if it was inside of `ref`. */
export function useFocusOnLeave(
  ref: RefObject<HTMLElement | null>,
  target: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      // The element is still in the document during the cleanup of a layout effect.
      if (element?.contains(document.activeElement)) focusOn(target);
    };
  }, [ref, target]);
}

/** Read late: React sets the ref of an ancestor after the effects of its descendants. */
function focusOn({ current }: RefObject<HTMLElement | null>): void {
  current?.focus();
}
