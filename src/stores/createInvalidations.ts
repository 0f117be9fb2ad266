import { createStore } from './createStore.ts';

/** A list that several components load separately. */
type Topic = 'organizations';

export interface Invalidations {
  /** Makes every component that shows the list load it again. */
  readonly invalidate: (topic: Topic) => void;
  readonly subscribe: (topic: Topic, listener: () => void) => () => void;
}

/** Connects components that show the same data in two places, such as a name in a header and on its page. */
export function createInvalidations(): Invalidations {
  const counts = createStore<Readonly<Record<Topic, number>>>({ organizations: 0 });
  return {
    invalidate(topic) {
      const current = counts.getSnapshot();
      counts.set({ ...current, [topic]: current[topic] + 1 });
    },
    subscribe(topic, listener) {
      let seen = counts.getSnapshot()[topic];
      return counts.subscribe(() => {
        const count = counts.getSnapshot()[topic];
        if (count === seen) return;
        seen = count;
        listener();
      });
    },
  };
}
