import type { Owner, OwnerStore } from '../stores/createOwner.ts';

/** Calls `listener` when the session belongs to another user, or to none. Returns the function that stops it. */
export function onOwnerChange(owner: OwnerStore, listener: (owner: Owner) => void): () => void {
  let { turn } = owner.getSnapshot();
  return owner.subscribe(() => {
    const current = owner.getSnapshot();
    if (current.turn === turn) return;
    turn = current.turn;
    listener(current);
  });
}
