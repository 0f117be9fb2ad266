'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { whenIdle } from '../platform/whenIdle.ts';
import { createLoader } from '../protocol/createLoader.ts';
import { createStore } from '../stores/createStore.ts';

/** The state of code that is loaded on demand. */
type Lazy<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly value: Value }
  | { readonly status: 'failed' };

/** A hook that returns code that is loaded on demand, for all components. */
export interface UseLazy<Value> {
  /** With `isNeeded` false, the code isn't loaded yet. Default: true. */
  (isNeeded?: boolean): Lazy<Value>;
  /** Loads the code. Never rejects. */
  readonly load: () => Promise<void>;
  /** Loads the code when the page is idle, unless it is loaded. */
  readonly loadAtIdle: () => void;
}

/**
 * Returns a hook that loads code when a component first needs it. A failed load is not kept: the next component that
 * needs the code loads it again. A server and the first render in the browser have no code.
 */
export function createLazy<Value>(importCode: () => Promise<Value>): UseLazy<Value> {
  const loader = createLoader(importCode);
  const state = createStore<Lazy<Value>>(loadingState);

  async function load(): Promise<void> {
    if (loader.known() !== undefined) return;
    try {
      state.set({ status: 'loaded', value: await loader.load() });
    } catch {
      state.set({ status: 'failed' });
    }
  }

  function useLazy(isNeeded = true): Lazy<Value> {
    useEffect(() => {
      if (isNeeded) void load();
    }, [isNeeded]);
    return useSyncExternalStore(state.subscribe, state.getSnapshot, () => loadingState);
  }
  function loadAtIdle(): void {
    // A busy page keeps each callback for seconds.
    if (loader.known() === undefined) whenIdle(load);
  }
  return Object.assign(useLazy, { load, loadAtIdle });
}

const loadingState: { readonly status: 'loading' } = { status: 'loading' };

/** Loads code when the page is idle, before it is needed. `load` is that of a `UseLazy`. */
export function useIdleLoad(loadAtIdle: UseLazy<unknown>['loadAtIdle']): void {
  useEffect(loadAtIdle, [loadAtIdle]);
}
