import { clsx } from 'clsx';

type SlotState = Readonly<Record<string, string | boolean | undefined>>;

/**
 * The styling hooks of an element: its class, a stable `data-slot`, and one `data-*` for each state. A state that
 * is false is left out, so that `[data-pending]` selects what is pending.
 */
export function slot(name: string, state: SlotState = {}, className?: string): Record<string, string> {
  const attributes: Record<string, string> = { className: clsx(`mk-${name}`, className), 'data-slot': name };
  for (const [key, value] of Object.entries(state)) {
    if (value !== undefined && value !== false) attributes[`data-${key}`] = value === true ? '' : value;
  }
  return attributes;
}
