// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMaintenanceError, parseMaintenanceNotice } from '../../src/protocol/index.ts';
import { maintenanceBodies } from './bodies.ts';

const { flat } = maintenanceBodies;
const code = 'maintenance_mode';

function fail(): never {
  throw new Error('hostile');
}

const traps = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'] as const;

function circular(): object {
  const error: Record<string, unknown> = { status: 503 };
  error['cause'] = error;
  error['errors'] = [error, [error]];
  error['response'] = { data: error };
  return error;
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function nested(depth: number, by: string): object {
  let value: object = { ...flat };
  for (let level = 0; level < depth; level += 1) value = { [by]: value };
  return value;
}

function proxied(depth: number): object {
  let value: object = {};
  for (let level = 0; level < depth; level += 1) value = new Proxy(value, {});
  return value;
}

/** Returns an object each of whose members is another such object. `reads` counts all reads. */
function endless() {
  const count = { reads: 0 };
  const make = (target: object): object =>
    new Proxy(target, {
      has: () => true,
      get(_target, name) {
        count.reads += 1;
        if (name === 'length') return 1e9;
        return make(Array.isArray(target) ? {} : []);
      },
    });
  return { value: make({}), count };
}

const failuresBeforeMaintenance = (count: number) => [
  ...Array.from({ length: count }, () => ({ code: 'other' })),
  flat,
];

describe('a hostile value', () => {
  const tenMegabytes = 10 * 1024 * 1024;

  it.each<[name: string, make: () => unknown]>([
    ['a cycle', circular],
    ['a revoked proxy', () => revoked({})],
    ['a revoked proxy of a list', () => revoked([])],
    [
      'an error with revoked members',
      () => ({ error: revoked({}), cause: revoked([]), headers: revoked({}) }),
    ],
    ['a proxy of 100,000 proxies', () => proxied(100_000)],
    ['causes 10,000 deep', () => nested(10_000, 'cause')],
    ['errors 10,000 deep', () => nested(10_000, 'errors')],
    ['lists 10,000 deep', () => JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) as unknown],
    ['JSON text 10,000 deep', () => `${'{"cause":'.repeat(5_000)}"${code}"${'}'.repeat(5_000)}`],
    ['brackets without end', () => '['.repeat(60_000) + code],
    ['a text of 10 MB', () => code.padEnd(tenMegabytes)],
    ['JSON text of 10 MB', () => JSON.stringify({ ...flat, more: 'x'.repeat(tenMegabytes) })],
    ['a type of 10 MB', () => ({ status: 503, type: '/'.repeat(tenMegabytes) })],
    ['a status of 10 MB', () => ({ status: '5'.repeat(tenMegabytes), cause: {} })],
    ['a text that begins with a million spaces', () => ({ ...flat, shortMessage: `${' '.repeat(1e6)}x` })],
    ['a list of a million', () => Array.from({ length: 1_000_000 }, () => ({ code: 'other' }))],
    ['a list with a length beyond reason', () => Object.assign([], { length: 4_000_000_000 })],
    [
      'members that are no values',
      () => ({ code: Symbol(code), status: 503n, errors: () => flat, headers: 1 }),
    ],
    ['a stack that throws', () => Object.defineProperty({}, 'stack', { get: fail })],
    [
      'a coercion that throws',
      () => ({ status: { valueOf: fail, toString: fail }, type: { endsWith: fail } }),
    ],
    ['lists whose elements cannot be counted', () => new Proxy([flat], { get: () => Symbol(code) })],
    ...traps.map((trap): [string, () => unknown] => [
      `a proxy whose ${trap} throws`,
      () => new Proxy({ ...flat }, { [trap]: fail }),
    ]),
  ])('is read without an error: %s', (_name, make) => {
    const value = make();
    expect(() => parseMaintenanceNotice(value)).not.toThrow();
    expect(() => parseMaintenanceNotice({ error: value })).not.toThrow();
    expect(() => parseMaintenanceNotice(Object.assign(new Error('x'), { data: value }))).not.toThrow();
    expect(() => parseMaintenanceNotice({ ...flat, headers: value })).not.toThrow();
  });

  it('a maintenance beside a hostile value is found', () => {
    const error = Object.defineProperties(new Error('x'), {
      error: { get: fail },
      response: { get: fail },
      headers: { get: fail },
      stack: { get: fail },
      status: { get: fail },
      data: { get: () => flat },
    });
    expect(isMaintenanceError(error)).toBe(true);
    expect(isMaintenanceError({ cause: circular(), errors: [revoked({}), flat] })).toBe(true);
  });

  it('at most 500 members are read', () => {
    const { value, count } = endless();
    expect(isMaintenanceError(value)).toBe(false);
    expect(count.reads).toBe(500);
  });

  it('at most 128 objects are searched', () => {
    let searched = 0;
    const error = (): object =>
      new Proxy(
        {},
        {
          has(_target, name) {
            if (name === 'code') searched += 1;
            return false;
          },
        },
      );
    const errors = (count: number): object => ({ errors: Array.from({ length: count }, error) });
    expect(isMaintenanceError(Array.from({ length: 12 }, () => errors(30)))).toBe(false);
    expect(searched).toBeLessThanOrEqual(128);
  });

  it('JSON text with more than 200 brackets inside of each other is not parsed', () => {
    const text = (depth: number): string =>
      `{"code":"${code}","more":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(isMaintenanceError(text(200))).toBe(true);
    expect(isMaintenanceError(text(201))).toBe(false);
  });

  it('a maintenance in a full batch of wrapped errors is found', () => {
    const wrapped = (name: string): object => ({ error: { json: { code: name } } });
    const batch = [...Array.from({ length: 39 }, () => wrapped('other')), wrapped(code)];
    expect(isMaintenanceError(batch)).toBe(true);
  });

  it('a repeated value is read once', () => {
    let reads = 0;
    const error: Record<string, unknown> = new Proxy(
      {},
      {
        get(target, name) {
          reads += 1;
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    error['cause'] = error;
    error['errors'] = [error, [error, error]];
    expect(isMaintenanceError(error)).toBe(false);
    expect(reads).toBe(2);
  });

  it('at most 40 elements of a list are read', () => {
    expect(isMaintenanceError({ errors: failuresBeforeMaintenance(39) })).toBe(true);
    expect(isMaintenanceError({ errors: failuresBeforeMaintenance(40) })).toBe(false);
  });

  it('only existing members are read', () => {
    const read: PropertyKey[] = [];
    const error = new Proxy(
      { name: 'Error', config: {}, request: {}, options: {}, toJSON: fail, status: 503 },
      {
        get(target, name) {
          read.push(name);
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    expect(isMaintenanceError(error)).toBe(false);
    expect(read).toEqual(['status']);
  });

  it('at most 65,536 characters of its texts are parsed', () => {
    const text = (length: number) => JSON.stringify({ code, more: '' }).padEnd(length);
    expect(isMaintenanceError(text(65_536))).toBe(true);
    expect(isMaintenanceError(text(65_537))).toBe(false);
    const other = JSON.stringify({ other: code }).padEnd(40_000);
    expect(isMaintenanceError([other, text(20_000)])).toBe(true);
    expect(isMaintenanceError([other, text(40_000)])).toBe(false);
  });
});

describe('any value', () => {
  const words = fc.constantFrom(code, flat, 503, 200, '503', JSON.stringify(flat), [flat], new Error(code));
  const names = fc.constantFrom(
    ...'code status statusCode error errors data body cause response message extensions headers digest type value'.split(
      ' ',
    ),
    ...'get length retryAfter name reason'.split(' '),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      words,
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withNullPrototype: true,
      }),
      fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
  }));

  it('yields a valid notice or undefined', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const notice = parseMaintenanceNotice(value, { nowMs: 0 });
        expect(isMaintenanceError(value)).toBe(notice !== undefined);
        if (!notice) return;
        expect(notice.code).toBe(code);
        expect(notice.shortMessage.trim()).not.toBe('');
        expect(notice.shortMessage.length).toBeLessThanOrEqual(200);
        expect(notice.longMessage.length).toBeLessThanOrEqual(1000);
        expect(notice.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('any value with a status other than 503 and 200 is not a maintenance', () => {
    const status = fc.integer({ min: 100, max: 599 }).filter((number) => number !== 503 && number !== 200);
    fc.assert(
      fc.property(tree, status, (data, known) => {
        expect(isMaintenanceError({ status: known, data })).toBe(false);
        expect(isMaintenanceError({ response: { status: known, data } })).toBe(false);
      }),
    );
  });
});
