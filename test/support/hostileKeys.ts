import * as fc from 'fast-check';

/** Strings that a server, a URL or a client may send where a key is expected. */
export const hostileKeys: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Function.prototype),
  ...Object.getOwnPropertyNames(Array.prototype),
  'prototype',
  'Symbol(Symbol.iterator)',
  '@@iterator',
  '',
  'x'.repeat(10_000),
];

/** One of them, or any other string. */
export const hostileKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileKeys),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
