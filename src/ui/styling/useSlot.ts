'use client';

import { clsx } from 'clsx';
import { lookUp } from '../../protocol/lookUp.ts';
import { useAppearance } from './Appearance.tsx';
import type { SlotName } from './slotNames.ts';

type SlotState = Readonly<Record<string, string | boolean | undefined>>;

/** Returns the styling hooks of an element, see `useSlot`. */
export type Slot = (name: SlotName, state?: SlotState, className?: string) => Record<string, string>;

/**
 * Returns a function for the styling hooks of an element: its class with the application's classes for the slot, a
 * stable `data-slot`, and one `data-*` for each state. False states are omitted, so that `[data-pending]` selects
 * pending elements.
 */
export function useSlot(): Slot {
  const { classNames } = useAppearance();
  return (name, state = {}, className) => {
    const attributes: Record<string, string> = {
      className: clsx(`mk-${name}`, className, lookUp(classNames ?? {}, name)),
      'data-slot': name,
    };
    for (const [key, value] of Object.entries(state)) {
      if (value !== undefined && value !== false) attributes[`data-${key}`] = value === true ? '' : value;
    }
    return attributes;
  };
}
