'use client';

import { useSyncExternalStore } from 'react';
import { unknownOwner } from '../stores/createOwner.ts';
import { useOwner } from './useOwner.ts';

/** Returns a number that changes when the session belongs to another user. Use it as the key of a user's components. */
export function useOwnerTurn(): number {
  const owner = useOwner();
  return useSyncExternalStore(
    owner.subscribe,
    () => owner.getSnapshot().turn,
    () => unknownOwner.turn,
  );
}
