// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp } from '../../src/protocol/lookUp.ts';
import { hostileKey, hostileKeys } from '../support/hostileKeys.ts';

describe('lookUp', () => {
  it('ignores inherited keys', () => {
    for (const key of hostileKeys) {
      expect(lookUp({}, key)).toBeUndefined();
      expect(lookUp({ known: 'a text' }, key)).toBeUndefined();
    }
  });

  it('finds every own key', () => {
    for (const key of hostileKeys) expect(lookUp(Object.fromEntries([[key, 'a text']]), key)).toBe('a text');
  });

  it('finds exactly the own keys of any table', () => {
    fc.assert(
      fc.property(fc.dictionary(hostileKey, fc.string()), hostileKey, (table, key) => {
        const entry = Object.entries(table).find(([name]) => name === key);
        expect(lookUp(table, key)).toBe(entry?.[1]);
      }),
    );
  });

  it.each([undefined, null, 0, Symbol.iterator, {}, ['known']])('returns undefined for %s', (key) => {
    expect(lookUp({ known: 'a text' }, key)).toBeUndefined();
  });
});
