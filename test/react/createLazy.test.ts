import { renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createLazy } from '../../src/react/createLazy.ts';

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
