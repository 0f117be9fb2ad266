/** Reads one member of anything: `undefined` where there is no such member or it cannot be read. */
export type ReadMember = (holder: unknown, name: PropertyKey) => unknown;

/**
 * Reads one member of a value from outside: getters may throw, proxies may be revoked. A member that does not exist
 * is not asked for.
 */
export const readMember: ReadMember = (holder, name) => {
  try {
    return isObject(holder) && name in holder ? Reflect.get(holder, name) : undefined;
  } catch {
    return undefined;
  }
};

/** Reads members as `readMember` does. After `limit` members that exist it finds nothing more. */
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

/** A revoked proxy throws even when it is asked what it is. */
export function isResponse(value: unknown): value is Response {
  try {
    return value instanceof Response;
  } catch {
    return false;
  }
}
