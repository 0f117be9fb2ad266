import { expect, test, vi } from 'vitest';
import { createStore } from '../../src/stores/createStore.ts';

test('a change notifies every listener, and the same state notifies none', () => {
  const store = createStore(1);
  const listener = vi.fn<() => void>();
  store.subscribe(listener);
  store.set(1);
  expect(listener).not.toHaveBeenCalled();
  store.set(2);
  expect(store.getSnapshot()).toBe(2);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('a function that subscribed twice stays subscribed once after one unsubscribe', () => {
  const store = createStore(1);
  const listener = vi.fn<() => void>();
  const unsubscribe = store.subscribe(listener);
  store.subscribe(listener);
  unsubscribe();
  unsubscribe();
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('an error of a listener is reported, and the other listeners run', () => {
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
});
