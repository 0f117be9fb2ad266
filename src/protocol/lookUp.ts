/**
 * Returns what a table has for a key that came from outside: an API, an address, a client. Only the table's own
 * properties count, so `constructor` and `__proto__` are in no table. Anything but a string finds nothing.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: unknown): Value | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
