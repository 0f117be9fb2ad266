import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { createLazy, useIdleLoad } from '../../src/react/createLazy.ts';

test('several components share one load', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('code'));
  const useLazy = createLazy(load);
  const first = renderHook(() => useLazy());
  expect(first.result.current).toEqual({ status: 'loading' });
  await waitFor(() => expect(first.result.current).toEqual({ status: 'loaded', value: 'code' }));
  expect(renderHook(() => useLazy()).result.current).toEqual({ status: 'loaded', value: 'code' });
  expect(load).toHaveBeenCalledTimes(1);
});

test('the next component loads again after a failed load', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockResolvedValue('code');
  const useLazy = createLazy(load);
  const first = renderHook(() => useLazy());
  await waitFor(() => expect(first.result.current).toEqual({ status: 'failed' }));
  const second = renderHook(() => useLazy());
  await waitFor(() => expect(second.result.current).toEqual({ status: 'loaded', value: 'code' }));
});

test('a component asks for idle time until the code is loaded, and not after', async () => {
  const requestIdle = vi.fn<(callback: () => void) => void>((callback) => callback());
  vi.stubGlobal('requestIdleCallback', requestIdle);
  const useLazy = createLazy(() => Promise.resolve('code'));
  const render = (): ReturnType<typeof useLazy> =>
    renderHook(() => {
      useIdleLoad(useLazy.loadAtIdle);
      return useLazy(false);
    }).result.current;
  render();
  await waitFor(() => expect(render()).toMatchObject({ status: 'loaded' }));
  requestIdle.mockClear();
  render();
  expect(requestIdle).not.toHaveBeenCalled();
});

test('hydration repeats the server, even where the code is loaded by now', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  const useLazy = createLazy(() => Promise.resolve('code'));
  const Code = (): string => {
    const lazy = useLazy();
    return lazy.status === 'loaded' ? lazy.value : lazy.status;
  };
  const container = document.createElement('div');
  container.innerHTML = renderToString(createElement(Code));
  const first = renderHook(() => useLazy());
  await waitFor(() => expect(first.result.current).toMatchObject({ status: 'loaded' }));

  const root = await act(async () => hydrateRoot(container, createElement(Code)));
  expect(container.textContent).toBe('code');
  expect(complain.mock.calls).toEqual([]);
  await act(async () => root.unmount());
});
