'use client';

import { useState } from 'react';
import { useKit } from '../../react/KitContext.ts';

/** The last change that was saved. */
export interface Saved {
  /** The sentence that confirms it. It has been announced. */
  readonly text: string;
  /** Where the confirmation is shown: the name of a form or a row, or the id of an item. */
  readonly at: string;
}

/** The part of a controller that confirms saved changes. */
export interface Savings {
  /** The last change that was saved, until the next edit. */
  readonly saved: Saved | undefined;
  /** Removes the confirmation. Call it when the user edits something. */
  readonly clearSaved: () => void;
}

/** Keeps the confirmation of the last change, and announces it once. */
export function useSaved(): Savings & { readonly confirm: (text: string, at: string) => void } {
  const { announcer } = useKit();
  const [saved, setSaved] = useState<Saved>();
  return {
    saved,
    clearSaved: () => setSaved(undefined),
    confirm(text, at) {
      setSaved({ text, at });
      announcer.announce(text, 'polite');
    },
  };
}
