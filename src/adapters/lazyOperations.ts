import type { Loader } from '../protocol/createLoader.ts';

/**
 * Returns operations whose code loads on the first call, so that a sign-in page doesn't load the operations of a
 * signed-in user. If the code fails to load, the call fails like an unreachable request, and the next call tries
 * again. Once it is loaded, a call sends its request synchronously, so that the request belongs to its mutation.
 *
 * The names of the operations must be known before, because forms check which operations exist.
 */
export function lazyOperations<Operations extends object>(
  names: readonly (keyof Operations)[],
  loader: Loader<Operations>,
): Operations {
  const later =
    (name: keyof Operations) =>
    (...parameters: unknown[]): unknown => {
      const call = (operations: Operations): unknown =>
        (operations[name] as (...input: unknown[]) => unknown)(...parameters);
      const known = loader.known();
      return known ? call(known) : loader.load().then(call);
    };
  return Object.fromEntries(names.map((name) => [name, later(name)])) as Operations;
}
