/** Reads one member of anything: `undefined` where there is no such member or it cannot be read. */
export type ReadMember = (holder: unknown, name: PropertyKey) => unknown;

/**
 * Reads members of values that nobody vouches for: getters that throw, proxies, revoked proxies. After
 * `limit` members it finds nothing more. A member that does not exist costs nothing and is not asked for.
 */
export function createBoundedReader(limit: number): ReadMember {
  let left = limit;
  return (holder, name) => {
    try {
      if (!isObject(holder) || !(name in holder) || left === 0) return undefined;
      left -= 1;
      const member: unknown = Reflect.get(holder, name);
      return member;
    } catch {
      return undefined;
    }
  };
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
