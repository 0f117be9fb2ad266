import { createLoader } from '../protocol/createLoader.ts';

/**
 * Returns operations whose code loads on the first call, so that a sign-in page doesn't load the operations of a
 * signed-in user. If the code fails to load, the call fails like an unreachable request, and the next call tries
 * again.
 *
 * The names of the operations must be known before, because forms check which operations exist.
 */
export function lazyOperations<Operations extends object>(
  names: readonly (keyof Operations)[],
  load: () => Promise<Operations>,
): Operations {
  const loader = createLoader(load);

  function later(name: keyof Operations) {
    return async (...parameters: unknown[]): Promise<unknown> => {
      const run: unknown = (await loader.load())[name];
      if (typeof run !== 'function') throw new TypeError(`There is no operation ${String(name)}.`);
      return Reflect.apply(run, undefined, parameters);
    };
  }

  return Object.fromEntries(names.map((name) => [name, later(name)])) as Operations;
}
