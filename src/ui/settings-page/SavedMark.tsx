import type { ReactElement } from 'react';
import { CheckIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { Saved } from './useSaved.ts';

export interface SavedMarkProps {
  readonly saved: Saved | undefined;
  /** The place of this mark. */
  readonly at: string;
}

/**
 * Shows a check mark and the confirmation of the last change if it belongs to this place. It has already been
 * announced.
 */
export function SavedMark({ saved, at }: SavedMarkProps): ReactElement | null {
  const slot = useSlot();
  if (saved?.at !== at) return null;
  return (
    <span {...slot('page-saved')}>
      <CheckIcon width="1rem" height="1rem" /> {saved.text}
    </span>
  );
}
