'use client';

import { useLayoutEffect, type RefObject } from 'react';

/**
 * Hands the focus on to a button of the same group when what it is in goes away, as what waits does when the
 * maintenance is over. For a component that is there as long as its element is.
 */
export function useFocusFallback(ref: RefObject<HTMLElement | null>, group: string): void {
  useLayoutEffect(() => {
    const element = ref.current;
    const heir = element?.closest(group)?.querySelector<HTMLElement>('button');
    return () => {
      // The last moment at which it is known.
      if (element?.contains(document.activeElement)) heir?.focus();
    };
  }, [ref, group]);
}
