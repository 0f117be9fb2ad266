/**
 * Returns the value of a table for a key from outside: an API, an address, a client. Only the table's own properties
 * count, so `constructor` and `__proto__` are in no table. Returns `undefined` for a key that isn't a string.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: unknown): Value | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
