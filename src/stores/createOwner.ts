import { createStore, type ReadableStore } from './createStore.ts';
import type { SessionState } from './sessionState.ts';

/** The user or visitor that drafts, deferred actions and loaded lists belong to. */
export interface Owner {
  /** One string for each user of a backend; `null` for a visitor, `undefined` until the session is known. */
  readonly key: string | null | undefined;
  /** Counts the changes from one known owner to another: data from an older turn is another owner's. */
  readonly turn: number;
}

export interface OwnerStore extends ReadableStore<Owner> {
  /**
   * Follows the session of a backend, given by its base URL. Only an explicit answer changes the owner: while the session
   * is loading, unknown or stale, the owner stays.
   */
  readonly follow: (session: SessionState, backend: string) => void;
}

export const unknownOwner: Owner = { key: undefined, turn: 0 };

export function createOwner(): OwnerStore {
  const { getSnapshot, subscribe, set } = createStore(unknownOwner);
  return {
    getSnapshot,
    subscribe,
    follow(session, backend) {
      const key = ownerKeyOf(session, backend);
      const current = getSnapshot();
      if (key === undefined || key === current.key) return;
      set({ key, turn: current.key === undefined ? current.turn : current.turn + 1 });
    },
  };
}

/** Returns the key of the owner of a session. */
export function ownerKeyOf(session: SessionState, backend: string): Owner['key'] {
  switch (session.status) {
    case 'signed-in':
      return `${backend} ${session.session.user.id}`;
    case 'signed-out':
      return null;
    case 'loading':
    case 'unknown':
      return undefined;
  }
}
