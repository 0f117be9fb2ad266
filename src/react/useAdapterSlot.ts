'use client';

import { useEffect, useInsertionEffect, useRef, useState } from 'react';
import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import { createAdapterSlot, type AdapterSlot } from '../auth/createAdapterSlot.ts';
import { KitError } from '../protocol/KitError.ts';

/** This many renders in a row, each with a different adapter, count as a mistake. */
const MOST_REPLACEMENTS = 5;

/**
 * Returns the slot of the adapter's backend. A new adapter of the same name and base URL takes over the operations
 * after the commit; an adapter of another backend gets another slot.
 */
export function useAdapterSlot(adapter: AuthAdapter | undefined): AdapterSlot | undefined {
  const [kept, setKept] = useState(() => adapter && createAdapterSlot(adapter));
  const isKept = kept ? kept.fits(adapter) : adapter === undefined;
  const slot = isKept ? kept : adapter && createAdapterSlot(adapter);
  if (!isKept) setKept(slot);

  // Runs before the effects of the children, which may already call an operation.
  useInsertionEffect(() => {
    if (adapter) slot?.replace(adapter);
  }, [slot, adapter]);
  useReplacementWarning(adapter);
  return slot;
}

/** Warns on the console, once, if each render passes another adapter. */
function useReplacementWarning(adapter: AuthAdapter | undefined): void {
  const last = useRef({ adapter, replacements: 0 });
  useEffect(() => {
    const replacements = last.current.adapter === adapter ? 0 : last.current.replacements + 1;
    last.current = { adapter, replacements };
    if (replacements !== MOST_REPLACEMENTS) return;
    console.error(
      new KitError(
        'MK512',
        `<MaintenanceProvider> was given another adapter in each of ${MOST_REPLACEMENTS} renders in a row, so what an adapter remembers between two steps of a sign-in is lost: make it once outside of the component, or keep it with useMemo.`,
      ),
    );
  });
}
