/**
 * Operations whose code arrives when the first of them is called: a page to sign in on needs none of what somebody
 * does who is signed in. Where the code does not arrive the call fails as one that reached nobody, and the next one
 * tries again.
 *
 * Which there are has to be known before their code is there: it is what forms look at.
 */
export function lazyOperations<Operations extends object>(
  names: readonly (keyof Operations)[],
  load: () => Promise<Operations>,
): Operations {
  let arriving: Promise<Operations> | undefined;

  function later(name: keyof Operations) {
    return async (...parameters: unknown[]): Promise<unknown> => {
      arriving ??= load().catch((error: unknown) => {
        arriving = undefined;
        throw error;
      });
      const run: unknown = (await arriving)[name];
      if (typeof run !== 'function') throw new TypeError(`There is no operation ${String(name)}.`);
      return Reflect.apply(run, undefined, parameters);
    };
  }

  return Object.fromEntries(names.map((name) => [name, later(name)])) as Operations;
}
