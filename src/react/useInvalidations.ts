'use client';

import { createInvalidations, type Invalidations } from '../stores/createInvalidations.ts';
import { useKit } from './KitContext.ts';

/** Returns what connects components that show the same data. */
export function useInvalidations(): Invalidations {
  return useKit().store(createInvalidations);
}
