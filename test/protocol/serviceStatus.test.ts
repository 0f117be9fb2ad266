// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readServiceCheck } from '../../src/protocol/serviceCheck.ts';
import { parseServiceStatus } from '../../src/protocol/serviceStatus.ts';

const upgrade = { id: 'upgrade', startsAt: '2026-12-01T22:00:00.000Z', endsAt: '2026-12-01T23:30:00.000Z' };
const move = { id: 'move', startsAt: '2026-12-08T22:00:00.000Z', endsAt: '2026-12-09T02:00:00.000Z' };

const document = {
  maintenance_mode: true,
  mode: 'maintenance',
  since: '2026-11-28T20:00:00.000Z',
  retryAfter: 120,
  windows: [upgrade, move],
  version: 7,
};

describe('a status document', () => {
  it('has every member', () => {
    const { maintenance_mode: _, ...status } = document;
    expect(parseServiceStatus(document)).toEqual(status);
    expect(parseServiceStatus(JSON.stringify(document))).toEqual(status);
  });

  it.each([
    [{ maintenance_mode: true }, 'maintenance'],
    [{ maintenance_mode: false }, 'operational'],
    [{ maintenance_mode: true, mode: 'unavailable' }, 'unavailable'],
    [{ maintenance_mode: true, mode: 'operational' }, 'maintenance'],
    [{ maintenance_mode: false, mode: 'unavailable' }, 'operational'],
    [{ mode: 'unavailable' }, 'unavailable'],
  ])('%j has the mode %s', (body, mode) => {
    expect(parseServiceStatus(body)).toEqual({ mode, windows: [] });
  });

  it.each([
    undefined,
    null,
    true,
    7,
    '',
    'maintenance',
    '{',
    {},
    [],
    { mode: 'closed' },
    { maintenance_mode: 'true' },
  ])('%j is rejected', (value) => {
    expect(parseServiceStatus(value)).toBeUndefined();
  });

  it.each([
    ['a since without an offset', { since: '2026-11-28T20:00:00' }],
    ['a since that is no moment', { since: '2026-13-28T20:00:00Z' }],
    ['a negative retryAfter', { retryAfter: -1 }],
    ['a retryAfter in text', { retryAfter: '120' }],
    ['a fractional version', { version: 1.5 }],
    ['windows that are no list', { windows: 'none' }],
    ['a window that ends before it starts', { windows: [{ ...upgrade, endsAt: upgrade.startsAt }] }],
    ['a window without an id', { windows: [{ ...upgrade, id: '' }] }],
    ['a window with an endless id', { windows: [{ ...upgrade, id: 'x'.repeat(201) }] }],
    ['a window in local time', { windows: [{ ...upgrade, endsAt: '2026-12-01T23:30' }] }],
  ])('is read without %s', (_, members) => {
    expect(parseServiceStatus({ maintenance_mode: true, ...members })).toEqual({
      mode: 'maintenance',
      windows: [],
    });
  });

  it('has its times in UTC', () => {
    const local = { id: 'upgrade', startsAt: '2026-12-01T23:00+01:00', endsAt: '2026-12-02T00:30:00+01:00' };
    expect(parseServiceStatus({ mode: 'operational', windows: [local] })?.windows).toEqual([upgrade]);
  });

  it('has its windows in order, and each id once', () => {
    const windows = [move, { ...upgrade, endsAt: '2026-12-01T22:30:00Z' }, upgrade];
    expect(parseServiceStatus({ mode: 'operational', windows })?.windows).toEqual([upgrade, move]);
  });

  it('has at most 20 windows and a retryAfter of at most a day', () => {
    const windows = Array.from({ length: 50 }, (_, index) => ({ ...upgrade, id: String(index) }));
    const status = parseServiceStatus({ mode: 'operational', windows, retryAfter: 172_800 });
    expect(status?.windows).toHaveLength(20);
    expect(status?.retryAfter).toBe(86_400);
  });

  it('a text of any length and a value of any shape are read without an error', () => {
    expect(parseServiceStatus(`{"mode":"maintenance","x":"${'x'.repeat(70_000)}"}`)).toBeUndefined();
    const hostile = new Proxy(
      {},
      {
        has: () => true,
        get: () => {
          throw new Error('hostile');
        },
      },
    );
    expect(parseServiceStatus(hostile)).toBeUndefined();
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (windows, member) => {
        const status = parseServiceStatus({
          mode: 'maintenance',
          windows,
          since: member,
          retryAfter: member,
        });
        // JSON has no -0.
        const text = JSON.stringify(status);
        expect(parseServiceStatus(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});

test.each(['operational', 'maintenance', 'unavailable'] as const)(
  'a check finds the service %s',
  async (mode) => {
    const response = Response.json({ ...document, mode, maintenance_mode: mode !== 'operational' });
    expect(await readServiceCheck(response)).toBe(mode);
  },
);
