/** Reads one member of any value. Returns `undefined` if there is no such member or it cannot be read. */
export type ReadMember = (holder: unknown, name: PropertyKey) => unknown;

/**
 * Reads one member of a value from outside: getters may throw, proxies may be revoked. A getter runs only if the member
 * exists.
 */
export const readMember: ReadMember = (holder, name) => {
  try {
    return isObject(holder) && name in holder ? Reflect.get(holder, name) : undefined;
  } catch {
    return undefined;
  }
};

/** Returns a reader that works as `readMember` does, and finds nothing more after `limit` members that exist. */
export function createBoundedReader(limit: number): ReadMember {
  let left = limit;
  return (holder, name) => {
    try {
      if (left === 0 || !isObject(holder) || !(name in holder)) return undefined;
    } catch {
      return undefined;
    }
    left -= 1;
    return readMember(holder, name);
  };
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Returns whether a value is a `Response`. A revoked proxy throws even for `instanceof`. */
export function isResponse(value: unknown): value is Response {
  try {
    return value instanceof Response;
  } catch {
    return false;
  }
}
