'use client';

import type { Drafts } from '../stores/createDrafts.ts';
import { useKit } from './KitContext.ts';
import { createOwnedDrafts } from './ownedDrafts.ts';

/** Returns the drafts of the application. */
export function useDrafts(): Drafts {
  return useKit().store(createOwnedDrafts);
}
