'use client';

import { useState, type ReactElement, type ReactNode, type RefCallback } from 'react';
import { useSlot } from '../styling/useSlot.ts';
import type { SlotName } from '../styling/slotNames.ts';

/** What a menu has to take over from the button that stood in its place. */
export interface PressedEarly {
  /** The button was pressed while the menu was loading: it opens when it is there. */
  readonly defaultOpen: boolean;
  /** For the menu's own button: takes the focus over. */
  readonly takeFocus: RefCallback<HTMLButtonElement> | undefined;
}

export interface PendingTrigger {
  readonly pressedEarly: PressedEarly;
  /** The button to show until the menu is loaded. */
  readonly trigger: (content: ReactNode, label?: string) => ReactElement;
}

/**
 * A button that stands in place of a menu's own while the menu is loading, and looks the same. A press is kept and opens the
 * menu when it is there.
 *
 * Renders a `<button type="button" aria-haspopup="menu">`, with `data-pending` and `aria-busy` once it was pressed.
 */
export function usePendingTrigger(name: SlotName, className: string | undefined): PendingTrigger {
  const slot = useSlot();
  const [isPressed, setIsPressed] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  return {
    pressedEarly: { defaultOpen: isPressed, takeFocus: hasFocus ? focus : undefined },
    trigger: (content, label) => (
      <button
        {...slot(name, { pending: isPressed }, className)}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        aria-busy={isPressed || undefined}
        onClick={() => setIsPressed(true)}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
      >
        {content}
      </button>
    ),
  };
}

function focus(element: HTMLButtonElement | null): void {
  element?.focus();
}
