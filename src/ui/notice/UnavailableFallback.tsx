'use client';

import { useEffect, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import { useSlot } from '../styling/useSlot.ts';
import { UnavailablePanel } from './UnavailablePanel.tsx';

export interface UnavailableFallbackProps {
  /** What it replaces, hidden but mounted. */
  readonly of: RefObject<HTMLElement | null>;
  /** Gets the focus afterwards if no element of the hidden content had it. */
  readonly notice: RefObject<HTMLElement | null>;
}

/** Replaces content while the service is unavailable. Takes over the focus, and gives it back afterwards. */
export function UnavailableFallback({ of, notice }: UnavailableFallbackProps): ReactElement {
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
      // Read before the panel is removed. The user may have moved to it from elsewhere.
      hadFocus.current = panel?.contains(document.activeElement) ?? false;
    };
  }, [of]);

  useEffect(() => {
    const fallback = notice.current;
    return () => {
      // Runs after the content is visible again.
      if (hadFocus.current) (focused.current ?? fallback)?.focus();
    };
  }, [notice]);

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
