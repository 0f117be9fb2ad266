'use client';

import { useEffect, useState } from 'react';
import { createLoader } from '../protocol/createLoader.ts';

/** The state of code that is loaded on demand. */
export type Lazy<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly value: Value }
  | { readonly status: 'failed' };

/**
 * Returns a hook that loads code when a component first needs it. A failed load is not kept: the next component that
 * needs the code loads it again. With `isNeeded` false, the code isn't loaded yet.
 */
export function createLazy<Value>(load: () => Promise<Value>): (isNeeded?: boolean) => Lazy<Value> {
  const loader = createLoader(load);

  return function useLazy(isNeeded = true) {
    const [lazy, setLazy] = useState(stateOf(loader.known()));
    const isLoading = lazy.status === 'loading';

    useEffect(() => {
      if (!isLoading || !isNeeded) return undefined;
      let isWanted = true;
      async function settle(): Promise<void> {
        let next: Lazy<Value> = { status: 'failed' };
        try {
          next = stateOf(await loader.load());
        } catch {
          // Lets the next component load it again.
        }
        if (isWanted) setLazy(next);
      }
      void settle();
      return () => {
        isWanted = false;
      };
    }, [isLoading, isNeeded]);

    return lazy;
  };
}

function stateOf<Value>(value: Value | undefined): Lazy<Value> {
  return value === undefined ? { status: 'loading' } : { status: 'loaded', value };
}
