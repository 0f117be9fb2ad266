'use client';

import { clsx } from 'clsx';
import { lookUp } from '../../protocol/lookUp.ts';
import { useAppearance } from './Appearance.tsx';
import type { SlotName } from './slotNames.ts';

type SlotState = Readonly<Record<string, string | boolean | undefined>>;

/** See `useSlot`. */
export type Slot = (name: SlotName, state?: SlotState, className?: string) => Record<string, string>;

/**
 * The styling hooks of an element: its class, with those that the application adds to the slot, a stable
 * `data-slot`, and one `data-*` for each state. A state that is false is left out, so that `[data-pending]` selects
 * what is pending.
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
