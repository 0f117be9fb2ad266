import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operational, type MaintenanceState } from '../../src/monitor/maintenanceState.ts';
import { formatSharedState, newerState, parseSharedState } from '../../src/monitor/sharedState.ts';
import { contractNotice } from '../../src/protocol/notice.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const start = Date.UTC(2026, 0, 1, 12);

type Maintenance = Extract<MaintenanceState, { readonly status: 'maintenance' }>;

function maintenance(state: Partial<Maintenance> = {}): Maintenance {
  return {
    status: 'maintenance',
    scope: 'mutations',
    notice: contractNotice,
    since: start,
    attempt: 1,
    noticedAt: start,
    rejectedAt: start,
    apis: ['https://app.example'],
    nextCheckAt: start + 45_000,
    floorMs: 30_000,
    ...state,
  };
}

const recovering = (): MaintenanceState => {
  const { nextCheckAt: _due, floorMs: _floor, ...rest } = maintenance();
  return { ...rest, status: 'recovering' };
};

describe('a stored state', () => {
  it.each([
    ['maintenance', maintenance()],
    ['maintenance with a Retry-After', maintenance({ retryAfterAt: start, endedAt: start - 5000 })],
    ['recovering', recovering()],
    ['operational', { status: 'operational', endedAt: start } as const],
  ])('is read as it was written: %s', (_name, state) => {
    const platform = createFakePlatform();
    const text = formatSharedState({ state, startedAt: start - 100 }, platform);
    expect(parseSharedState(text, platform)).toEqual({ state, startedAt: start - 100 });
  });

  it('has the times of the reading tab, whose monotonic clock started at another time', () => {
    const writer = createFakePlatform();
    // The user set the clock while the writing tab was open.
    writer.shiftClock(60_000);
    const reader = createFakePlatform({ now: start + 60_000 });
    const text = formatSharedState({ state: maintenance(), startedAt: start - 100 }, writer);
    expect(parseSharedState(text, reader)).toEqual({
      startedAt: start + 59_900,
      state: maintenance({
        since: start + 60_000,
        noticedAt: start + 60_000,
        rejectedAt: start + 60_000,
        nextCheckAt: start + 105_000,
      }),
    });
  });

  it('expires ten minutes after its check was due', async () => {
    const platform = createFakePlatform();
    const text = formatSharedState({ state: maintenance() }, platform);
    await platform.advance(45_000 + 600_000 - 1);
    expect(parseSharedState(text, platform)).toBeDefined();
    await platform.advance(1);
    expect(parseSharedState(text, platform)).toBeUndefined();
  });

  it('is ignored after the clock was set back', () => {
    const platform = createFakePlatform();
    const text = formatSharedState({ state: maintenance() }, platform);
    platform.shiftClock(-2000);
    expect(parseSharedState(text, platform)).toBeUndefined();
  });

  const valid = JSON.parse(formatSharedState({ state: maintenance() }, createFakePlatform())) as object;
  it.each<[string, unknown]>([
    ['of another version', { ...valid, version: 0 }],
    ['that never expires', { ...valid, until: Number.MAX_SAFE_INTEGER }],
    ['without a state', { ...valid, state: undefined }],
    ['with an unknown status', { ...valid, state: maintenance({ status: 'closed' as 'maintenance' }) }],
    ['without times', { ...valid, state: { ...maintenance(), since: undefined } }],
    ['that is huge', { ...valid, padding: 'x'.repeat(20_000) }],
  ])('is ignored: one %s', (_name, value) => {
    expect(parseSharedState(JSON.stringify(value), createFakePlatform())).toBeUndefined();
  });

  it('has a notice of bounded length', () => {
    const notice = { ...contractNotice, longMessage: 'x'.repeat(15_000) };
    const text = formatSharedState({ state: maintenance({ notice }) }, createFakePlatform());
    const read = parseSharedState(text, createFakePlatform())?.state as Maintenance;
    expect(read.notice.longMessage.length).toBeLessThan(5_000);
  });

  it('is ignored if it is any other text', () => {
    const texts = fc.oneof(fc.string(), fc.json(), fc.constant('{"version":1,"state":null}'));
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseSharedState(text, createFakePlatform())).toBeUndefined();
      }),
    );
  });
});

describe('the newer state', () => {
  const ended = { status: 'operational', endedAt: start + 1000 } as const;

  it.each<[string, MaintenanceState, MaintenanceState, number | undefined, 'own' | 'shared']>([
    ['a maintenance, for a tab that knows nothing', operational, maintenance(), start - 100, 'shared'],
    ['an end of a request that was sent after the rejection', maintenance(), ended, start, 'shared'],
    ['the own rejection, of which the request did not know', maintenance(), ended, start - 1, 'own'],
    ['the own maintenance, for a tab that knows nothing', maintenance(), operational, undefined, 'own'],
    ['the own end, for a rejection that was sent before it', ended, maintenance(), start + 999, 'own'],
    ['a rejection that was sent after the own end', ended, maintenance(), start + 1000, 'shared'],
    ['the later rejection', maintenance(), maintenance({ rejectedAt: start + 1 }), start, 'shared'],
    ['the own later rejection', maintenance({ rejectedAt: start + 1 }), maintenance(), start, 'own'],
    ['the later check', maintenance(), maintenance({ attempt: 2 }), start, 'shared'],
    ['the own later check', maintenance({ attempt: 2 }), maintenance(), start, 'own'],
    ['the own state, which another tab repeats', maintenance(), maintenance(), start, 'own'],
    ['reads that are served again', maintenance({ scope: 'all' }), maintenance(), start, 'shared'],
    ['a trial', maintenance(), recovering(), undefined, 'shared'],
    ['the later end', { ...ended, endedAt: start }, ended, start, 'shared'],
    ['the own later end', ended, { ...ended, endedAt: start }, start, 'own'],
  ])('is %s', (_name, own, shared, startedAt, expected) => {
    expect(newerState(own, { state: shared, startedAt })).toBe(expected === 'own' ? own : shared);
  });
});
