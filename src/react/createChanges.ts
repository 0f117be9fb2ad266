/** What was changed on this page, for whoever shows the same in another place. */
type Changed = 'organizations';

export interface Changes {
  readonly tell: (changed: Changed) => void;
  readonly subscribe: (changed: Changed, listener: () => void) => () => void;
}

/** Lets one component know that another has changed what both show: a name in a header, and on its page. */
export function createChanges(): Changes {
  const listeners = new Set<{ readonly changed: Changed; readonly notify: () => void }>();
  return {
    tell(changed) {
      for (const listener of listeners) if (listener.changed === changed) listener.notify();
    },
    subscribe(changed, notify) {
      const listener = { changed, notify };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
