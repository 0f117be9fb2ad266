// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { lazyOperations } from '../../src/adapters/lazyOperations.ts';
import { createLoader } from '../../src/protocol/createLoader.ts';

interface Operations {
  readonly read: (id: string) => Promise<string>;
  readonly write: () => Promise<void>;
}

const operations: Operations = {
  read: (id) => Promise.resolve(`read ${id}`),
  write: () => Promise.resolve(),
};

test('the first call loads the code of all operations', async () => {
  const load = vi.fn<() => Promise<Operations>>(() => Promise.resolve(operations));
  const { read, write } = lazyOperations<Operations>(['read', 'write'], createLoader(load));
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([read('a'), read('b'), write()])).toEqual(['read a', 'read b', undefined]);
  expect(load).toHaveBeenCalledTimes(1);
});

test('the next call loads the code again after a failed load', async () => {
  const lost = new TypeError('Failed to fetch dynamically imported module');
  const load = vi.fn<() => Promise<Operations>>().mockRejectedValueOnce(lost).mockResolvedValue(operations);
  const { read } = lazyOperations<Operations>(['read', 'write'], createLoader(load));
  await expect(read('a')).rejects.toBe(lost);
  expect(await read('a')).toBe('read a');
  expect(await read('b')).toBe('read b');
  expect(load).toHaveBeenCalledTimes(2);
});

test('a call runs its operation synchronously once the code is loaded', async () => {
  const run = vi.fn<Operations['write']>(operations.write);
  const loader = createLoader(() => Promise.resolve({ ...operations, write: run }));
  const { read, write } = lazyOperations<Operations>(['read', 'write'], loader);
  await read('a');
  void write();
  expect(run).toHaveBeenCalledTimes(1);
});
