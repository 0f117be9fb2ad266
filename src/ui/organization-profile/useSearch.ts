'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useKit } from '../../react/KitContext.ts';

/** Longer than the pause between two keystrokes. */
const PAUSE_MS = 300;

export interface Search {
  /** The search text; empty if the list isn't filtered. */
  readonly query: string;
  /** Searches when the user stops typing, or immediately. */
  readonly search: (text: string, when: 'soon' | 'now') => void;
}

export function useSearch(): Search {
  const { platform } = useKit().monitor;
  const [query, setQuery] = useState('');
  const cancel = useRef<() => void>(undefined);
  useEffect(() => () => cancel.current?.(), []);

  const search = useCallback(
    (text: string, when: 'soon' | 'now') => {
      cancel.current?.();
      const found = text.trim();
      if (when === 'now') setQuery(found);
      else cancel.current = platform.setTimer(() => setQuery(found), PAUSE_MS);
    },
    [platform],
  );
  return { query, search };
}
