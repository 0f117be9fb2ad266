'use client';

import { createOwner, type OwnerStore } from '../stores/createOwner.ts';
import { useKit } from './KitContext.ts';

/** Returns the owner of the drafts, the deferred actions and the loaded lists. */
export function useOwner(): OwnerStore {
  return useKit().store(createOwner);
}
