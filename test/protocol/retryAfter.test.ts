// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../src/protocol/index.ts';
import { untyped } from './untyped.ts';

const nowMs = Date.UTC(2026, 10, 22, 9, 0, 0);
const second = 1000;
const day = 86_400 * second;

describe('parseRetryAfter', () => {
  it.each<[value: string, ms: number]>([
    ['0', 0],
    ['1', second],
    ['120', 120 * second],
    ['0120', 120 * second],
    [' 120 ', 120 * second],
    ['86400', day],
  ])('reads %j as seconds', (value, ms) => {
    expect(parseRetryAfter(value, nowMs)).toBe(ms);
  });

  it.each<[form: string, value: string]>([
    ['IMF-fixdate', 'Sun, 22 Nov 2026 09:02:00 GMT'],
    ['RFC 850', 'Sunday, 22-Nov-26 09:02:00 GMT'],
    ['asctime', 'Sun Nov 22 09:02:00 2026'],
  ])('reads the HTTP date of the form %s', (_form, value) => {
    expect(parseRetryAfter(value, nowMs)).toBe(120 * second);
  });

  it('reads an asctime date with a one-digit day', () => {
    expect(parseRetryAfter('Sun Nov  1 00:00:30 2026', Date.UTC(2026, 10, 1))).toBe(30 * second);
  });

  it('returns 0 for the current time', () => {
    expect(parseRetryAfter(new Date(nowMs).toUTCString(), nowMs)).toBe(0);
  });

  it.each<[value: string]>([
    ['86401'],
    ['172800'],
    [String(30 * 86_400)],
    ['Mon, 23 Nov 2026 09:00:01 GMT'],
    ['Tue, 22 Dec 2026 09:00:00 GMT'],
  ])('cuts %j to a day', (value) => {
    expect(parseRetryAfter(value, nowMs)).toBe(day);
  });

  it.each<[value: string]>([
    [String(30 * 86_400 + 1)],
    ['1795338000'],
    ['1795338000000'],
    ['9'.repeat(60)],
    ['9'.repeat(1000)],
    ['Fri, 22 Nov 2030 09:00:00 GMT'],
    ['Wed, 23 Dec 2026 09:00:01 GMT'],
  ])('ignores %j as absurd', (value) => {
    expect(parseRetryAfter(value, nowMs)).toBeUndefined();
  });

  it.each<[value: string | null | undefined]>([
    [null],
    [undefined],
    [''],
    [' '],
    ['-1'],
    ['-0'],
    ['+5'],
    ['1.5'],
    ['1e3'],
    ['1e99'],
    ['0x10'],
    ['Infinity'],
    ['NaN'],
    ['soon'],
    ['120s'],
    ['120, 120'],
    ['1 2'],
    ['١٢'],
    ['2026-11-22T09:02:00Z'],
    ['Sun, 22 Nov 2026 09:02:00'],
    ['Sun, 22 Nov 2026 09:02:00 +0100'],
    ['Sun, 22 Nov 2026 09:02:00 CET'],
    ['Sun, 22 Foo 2026 09:02:00 GMT'],
    ['Sun, 22 Nov 2026 99:99:99 GMT'],
    ['Nov 22 2026'],
    ['Sun, 22 Nov 2026 08:59:59 GMT'],
    ['Sun, 06 Nov 1994 08:49:37 GMT'],
  ])('ignores %j', (value) => {
    expect(parseRetryAfter(value, nowMs)).toBeUndefined();
  });

  it('reads the HTTP date of every second of the next day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(parseRetryAfter(new Date(nowMs + seconds * second).toUTCString(), nowMs)).toBe(
          seconds * second,
        );
      }),
    );
  });

  it('returns a number from 0 to a day or undefined for any input', () => {
    fc.assert(
      fc.property(fc.anything(), fc.double(), (value, now) => {
        const ms = untyped(parseRetryAfter)(value, now) ?? 0;
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(day);
      }),
    );
  });
});
