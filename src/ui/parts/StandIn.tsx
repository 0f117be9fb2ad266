'use client';

import { useEffect, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import { slot } from './slot.ts';
import { UnavailablePanel } from './UnavailablePanel.tsx';

/**
 * Stands in place of something while not even reads are served. Takes the focus along, and gives it back.
 */
export function StandIn({ of }: { readonly of: RefObject<HTMLElement | null> }): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  const focused = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !of.current?.contains(active)) return;
    focused.current = active;
    ref.current?.focus();
  }, [of]);

  useEffect(
    () => () => {
      // By now it is shown again, and the focus was on what has gone.
      if (document.activeElement === document.body) focused.current?.focus();
    },
    [],
  );

  return (
    <div {...slot('form-panel')} ref={ref} tabIndex={-1}>
      <UnavailablePanel />
    </div>
  );
}
