// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp } from '../../src/protocol/lookUp.ts';
import { hostileKey, hostileKeys } from '../support/hostileKeys.ts';

describe('lookUp', () => {
  it('finds nothing that a table only inherits', () => {
    for (const key of hostileKeys) {
      expect(lookUp({}, key)).toBeUndefined();
      expect(lookUp({ known: 'a text' }, key)).toBeUndefined();
    }
  });

  it('finds every key that a table has itself', () => {
    for (const key of hostileKeys) expect(lookUp(Object.fromEntries([[key, 'a text']]), key)).toBe('a text');
  });

  it('finds what the table has, and nothing else', () => {
    fc.assert(
      fc.property(fc.dictionary(hostileKey, fc.string()), hostileKey, (table, key) => {
        const entry = Object.entries(table).find(([name]) => name === key);
        expect(lookUp(table, key)).toBe(entry?.[1]);
      }),
    );
  });

  it.each([undefined, null, 0, Symbol.iterator, {}, ['known']])('finds nothing for %s', (key) => {
    expect(lookUp({ known: 'a text' }, key)).toBeUndefined();
  });
});
