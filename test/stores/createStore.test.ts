import { expect, test, vi } from 'vitest';
import { createStore } from '../../src/stores/createStore.ts';

test('notifies every listener of a change, and none of the same state', () => {
  const store = createStore(1);
  const listener = vi.fn<() => void>();
  store.subscribe(listener);
  store.set(1);
  expect(listener).not.toHaveBeenCalled();
  store.set(2);
  expect(store.getSnapshot()).toBe(2);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('keeps one subscription of a function when the other one ends', () => {
  const store = createStore(1);
  const listener = vi.fn<() => void>();
  const unsubscribe = store.subscribe(listener);
  store.subscribe(listener);
  unsubscribe();
  unsubscribe();
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('reports the error of a listener, and goes on with the others', () => {
  const report = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', report);
  const store = createStore(1);
  const failure = new TypeError('in the application');
  const listener = vi.fn<() => void>();
  store.subscribe(() => {
    throw failure;
  });
  store.subscribe(listener);
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(report).toHaveBeenCalledExactlyOnceWith(failure);
  vi.unstubAllGlobals();
});
