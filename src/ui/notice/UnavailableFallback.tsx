'use client';

import { useEffect, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import { useSlot } from '../styling/useSlot.ts';
import { UnavailablePanel } from './UnavailablePanel.tsx';

/**
 * Stands in place of something while not even reads are served. Takes the focus along, and gives it back.
 */
export function UnavailableFallback({ of }: { readonly of: RefObject<HTMLElement | null> }): ReactElement {
  const slot = useSlot();
  const ref = useRef<HTMLDivElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  const hadFocus = useRef(false);

  useLayoutEffect(() => {
    const [panel, active] = [ref.current, document.activeElement];
    if (active instanceof HTMLElement && contains(of.current, active)) {
      focused.current = active;
      panel?.focus();
    }
    return () => {
      // The last moment to ask. Somebody may have come to the panel from elsewhere.
      hadFocus.current = panel?.contains(document.activeElement) ?? false;
    };
  }, [of]);

  useEffect(() => {
    const notice = [...document.querySelectorAll<HTMLElement>('[data-slot="form-notice"]')].find((found) =>
      contains(of.current, found),
    );
    return () => {
      // By now it is shown again.
      if (hadFocus.current) (focused.current ?? notice)?.focus();
    };
  }, [of]);

  return (
    <div {...slot('form-panel')} ref={ref} tabIndex={-1}>
      <UnavailablePanel />
    </div>
  );
}

/** Asks the prototype: a form's field of that name would hide the method. */
function contains(container: HTMLElement | null, node: Node): boolean {
  return container !== null && Node.prototype.contains.call(container, node);
}
