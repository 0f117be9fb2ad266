'use client';

import {
  useId,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { SlotName } from '../styling/slotNames.ts';
import { useSlot } from '../styling/useSlot.ts';

/** The state that a button shares with its menu, whose code is loaded after the button. */
export interface MenuControl {
  readonly isOpen: boolean;
  readonly setIsOpen: (isOpen: boolean) => void;
  readonly buttonId: string;
  /** The button's element; `null` before it mounts. */
  readonly button: HTMLButtonElement | null;
  readonly setButton: (button: HTMLButtonElement | null) => void;
}

/** Creates the state of a menu. `onOpen` is called each time the menu opens. */
export function useMenuControl(onOpen?: () => void): MenuControl {
  const [isOpen, setIsOpen] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  return {
    isOpen,
    setIsOpen: (next) => {
      setIsOpen(next);
      if (next && !isOpen) onOpen?.();
    },
    buttonId: useId(),
    button,
    setButton,
  };
}

export interface MenuButtonProps {
  readonly control: MenuControl;
  readonly slotName: SlotName;
  /** Whether the menu is loading, or the last choice is pending. */
  readonly isBusy: boolean;
  /** The accessible name. Default: the content. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * The button of a menu. It stays the same element while the menu loads, so that it keeps the focus, and a press opens
 * the menu when its code is loaded.
 *
 * Renders a `<button type="button" aria-haspopup="menu">` with `data-state="open"` or `"closed"`, and `data-pending`
 * and `aria-busy` while it is busy.
 */
export function MenuButton({
  control,
  slotName,
  isBusy,
  label,
  className,
  children,
}: MenuButtonProps): ReactElement {
  const slot = useSlot();
  const { isOpen, setIsOpen, buttonId, setButton } = control;
  return (
    <button
      {...slot(slotName, { pending: isBusy, state: isOpen ? 'open' : 'closed' }, className)}
      ref={setButton}
      id={buttonId}
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-busy={isBusy || undefined}
      onPointerDown={(event) => {
        if (!isMainPress(event)) return;
        setIsOpen(!isOpen);
        // The menu takes the focus; the button must not take it back.
        if (!isOpen) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (!opensMenu(event)) return;
        event.preventDefault();
        setIsOpen(true);
      }}
      onClick={({ detail }) => {
        // A click without a pointer: by assistive technology, or by code.
        if (detail === 0) setIsOpen(true);
      }}
    >
      {children}
    </button>
  );
}

function isMainPress({ button, ctrlKey }: PointerEvent): boolean {
  return button === 0 && !ctrlKey;
}

function opensMenu({ key }: KeyboardEvent): boolean {
  return key === 'Enter' || key === ' ' || key === 'ArrowDown';
}
