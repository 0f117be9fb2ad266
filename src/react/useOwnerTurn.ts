'use client';

import { useSyncExternalStore } from 'react';
import { unknownOwner } from '../stores/createOwner.ts';
import { useKit } from './KitContext.ts';

/** A number that is another one as soon as the session belongs to another user: a key for what was made for a user. */
export function useOwnerTurn(): number {
  const { owner } = useKit();
  return useSyncExternalStore(
    owner.subscribe,
    () => owner.getSnapshot().turn,
    () => unknownOwner.turn,
  );
}
