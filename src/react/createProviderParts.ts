import type { FunctionComponent } from 'react';
import { createStore, type ReadableStore } from '../stores/createStore.ts';

/** A component that renders nothing, and runs effects for every component that needs it. */
type ProviderPart = FunctionComponent;
export type PartName = 'session' | 'deferred-actions';

/** The parts that a provider renders, by name. */
export interface ProviderParts extends ReadableStore<ReadonlyMap<PartName, ProviderPart>> {
  /** Adds a part, unless there is one of that name. */
  readonly add: (name: PartName, part: ProviderPart) => void;
}

export const noParts: ReadonlyMap<PartName, ProviderPart> = new Map();

/**
 * Creates the parts of a provider. A part is added by the component that needs it, and its code arrives with that
 * component: an application without a sign-in doesn't load the code that follows the session.
 */
export function createProviderParts(): ProviderParts {
  const { getSnapshot, subscribe, set } = createStore(noParts);
  return {
    getSnapshot,
    subscribe,
    add(name, part) {
      if (!getSnapshot().has(name)) set(new Map([...getSnapshot(), [name, part]]));
    },
  };
}
