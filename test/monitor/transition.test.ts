import { describe, expect, it } from 'vitest';
import { contractNotice } from '../../src/protocol/notice.ts';
import type { Evidence } from '../../src/monitor/evidence.ts';
import { defaultRecoveryPolicy } from '../../src/monitor/recoveryPolicy.ts';
import { operational, UNNAMED_API, type MaintenanceState } from '../../src/monitor/maintenanceState.ts';
import { transition } from '../../src/monitor/transition.ts';

const API = 'https://api.example/v1';
const OTHER = 'https://other.example';

const rejected = (over: Partial<Extract<Evidence, { type: 'request-rejected' }>> = {}): Evidence => ({
  type: 'request-rejected',
  kind: 'mutation',
  api: API,
  notice: contractNotice,
  startedAt: 1_000,
  receivedAt: 1_100,
  random: 0.5,
  ...over,
});

const processed = (over: Partial<Extract<Evidence, { type: 'request-processed' }>> = {}): Evidence => ({
  type: 'request-processed',
  kind: 'mutation',
  api: API,
  startedAt: 2_000,
  receivedAt: 2_100,
  ...over,
});

const checked = (
  result: Extract<Evidence, { type: 'service-checked' }>['result'],
  over: Partial<Extract<Evidence, { type: 'service-checked' }>> = {},
): Evidence => ({
  type: 'service-checked',
  result,
  startedAt: 2_000,
  receivedAt: 2_100,
  random: 0.5,
  ...over,
});

const after = (...evidence: readonly Evidence[]): MaintenanceState =>
  evidence.reduce((state, each) => transition(state, each), operational);

const maintenance = after(rejected());
const everything = after(rejected({ kind: 'read' }));
const recovering = after(rejected(), { type: 'trial-opened' });

const summary = (state: MaintenanceState): string =>
  state.status === 'operational' ? state.status : `${state.status} ${state.scope} ${state.attempt}`;

describe('transition', () => {
  it.each<[from: string, state: MaintenanceState, evidence: string, Evidence, to: string]>([
    ['operational', operational, 'a rejected mutation', rejected(), 'maintenance mutations 1'],
    ['operational', operational, 'a rejected read', rejected({ kind: 'read' }), 'maintenance all 1'],
    ['operational', operational, 'a rejected refresh', rejected({ kind: 'session' }), 'maintenance all 1'],
    ['operational', operational, 'a processed mutation', processed(), 'operational'],
    ['operational', operational, 'a check: operational', checked('operational'), 'operational'],
    ['operational', operational, 'a check: maintenance', checked('maintenance'), 'maintenance mutations 1'],
    ['operational', operational, 'a check: unavailable', checked('unavailable'), 'maintenance all 1'],
    ['operational', operational, 'an unanswered check', checked('unanswered'), 'operational'],
    ['operational', operational, 'a trial', { type: 'trial-opened' }, 'operational'],

    [
      'maintenance',
      maintenance,
      'another rejection',
      rejected({ startedAt: 2_000 }),
      'maintenance mutations 2',
    ],
    [
      'maintenance',
      maintenance,
      'a rejected read',
      rejected({ kind: 'read', startedAt: 2_000 }),
      'maintenance all 2',
    ],
    ['maintenance', maintenance, 'a served read', processed({ kind: 'read' }), 'maintenance mutations 1'],
    [
      'maintenance of all',
      everything,
      'a served read',
      processed({ kind: 'read' }),
      'maintenance mutations 1',
    ],
    [
      'maintenance of all',
      everything,
      'a served refresh',
      processed({ kind: 'session' }),
      'maintenance mutations 1',
    ],
    [
      'maintenance of all',
      everything,
      'another rejected mutation',
      rejected({ startedAt: 2_000 }),
      'maintenance all 2',
    ],
    ['maintenance', maintenance, 'a processed mutation', processed(), 'operational'],
    ['maintenance', maintenance, 'a check: operational', checked('operational'), 'operational'],
    ['maintenance', maintenance, 'a check: maintenance', checked('maintenance'), 'maintenance mutations 2'],
    ['maintenance', maintenance, 'a check: unavailable', checked('unavailable'), 'maintenance all 2'],
    [
      'maintenance of all',
      everything,
      'a check: maintenance',
      checked('maintenance'),
      'maintenance mutations 2',
    ],
    ['maintenance of all', everything, 'an unanswered check', checked('unanswered'), 'maintenance all 2'],
    ['maintenance', maintenance, 'a trial', { type: 'trial-opened' }, 'recovering mutations 1'],

    [
      'recovering',
      recovering,
      'a rejected mutation',
      rejected({ startedAt: 2_000 }),
      'maintenance mutations 2',
    ],
    [
      'recovering',
      recovering,
      'a rejected read',
      rejected({ kind: 'read', startedAt: 2_000 }),
      'maintenance all 2',
    ],
    ['recovering', recovering, 'a served read', processed({ kind: 'read' }), 'recovering mutations 1'],
    ['recovering', recovering, 'a processed mutation', processed(), 'operational'],
    ['recovering', recovering, 'a check: operational', checked('operational'), 'operational'],
    ['recovering', recovering, 'a check: maintenance', checked('maintenance'), 'maintenance mutations 2'],
    ['recovering', recovering, 'an unanswered check', checked('unanswered'), 'recovering mutations 1'],
  ])('changes from %s after %3$s', (_from, state, _evidence, evidence, to) => {
    expect(summary(transition(state, evidence))).toBe(to);
  });

  it.each<[string, MaintenanceState, Evidence]>([
    ['a success while operational', operational, processed()],
    ['a read that succeeds in maintenance', maintenance, processed({ kind: 'read' })],
    ['a mutation of another API', maintenance, processed({ api: OTHER })],
    ['a mutation of an API without a name', maintenance, processed({ api: UNNAMED_API })],
    ['a mutation sent before the rejection was known', maintenance, processed({ startedAt: 1_099 })],
    [
      'a check sent before the rejection was known',
      maintenance,
      checked('operational', { startedAt: 1_099 }),
    ],
    [
      'a rejection sent before the end was known',
      after(rejected(), processed()),
      rejected({ startedAt: 2_099, receivedAt: 9_000 }),
    ],
    [
      'a check that says maintenance, sent before the end was known',
      after(rejected(), processed()),
      checked('maintenance', { startedAt: 2_099, receivedAt: 9_000 }),
    ],
  ])('returns the same object for %s', (_name, state, evidence) => {
    expect(transition(state, evidence)).toBe(state);
  });

  it('accepts a rejection that was sent after the end was known', () => {
    const again = after(rejected(), processed(), rejected({ startedAt: 2_100, receivedAt: 2_200 }));
    expect(again).toMatchObject({ status: 'maintenance', since: 2_200, attempt: 1 });
  });

  it('concurrent requests count as one attempt', () => {
    const burst = after(rejected(), rejected({ receivedAt: 1_120 }), rejected({ receivedAt: 1_140 }));
    expect(burst).toMatchObject({ attempt: 1, rejectedAt: 1_140 });
  });

  it('keeps the newest notice in any order of arrival', () => {
    const newer = { ...contractNotice, shortMessage: 'Newer' };
    expect(after(rejected({ notice: newer, receivedAt: 1_200 }), rejected())).toMatchObject({
      notice: newer,
    });
    expect(after(rejected(), rejected({ notice: newer, receivedAt: 1_200 }))).toMatchObject({
      notice: newer,
    });
  });

  it('a success of any rejecting API is proof', () => {
    const both = after(rejected(), rejected({ api: OTHER, receivedAt: 1_200 }));
    expect(transition(both, processed())).toMatchObject({ status: 'operational' });
    expect(transition(both, processed({ api: OTHER }))).toMatchObject({ status: 'operational' });
  });

  it('keeps the eight newest rejecting APIs', () => {
    const state = after(
      ...Array.from({ length: 20 }, (_, at) =>
        rejected({ api: `https://${at}.example`, receivedAt: 1_100 + at }),
      ),
    );
    expect(state).toMatchObject({
      apis: Array.from({ length: 8 }, (_, at) => `https://${at + 12}.example`),
    });
  });

  it('the next mutation decides on trial for an unnamed API', () => {
    const trial = after(rejected({ api: UNNAMED_API }), { type: 'trial-opened' });
    expect(transition(trial, processed({ api: OTHER }))).toMatchObject({ status: 'operational' });
  });
});

describe('the next check', () => {
  const wait = (state: MaintenanceState, since: number): number =>
    state.status === 'maintenance' ? state.nextCheckAt - since : Number.NaN;

  it.each([
    { random: 0, waitMs: 30_000 },
    { random: 0.5, waitMs: 45_000 },
    { random: 0.999, waitMs: 59_970 },
  ])('the check follows after the floor and a jitter as wide, here $waitMs ms', ({ random, waitMs }) => {
    expect(wait(after(rejected({ random })), 1_100)).toBeCloseTo(waitMs, 6);
  });

  it.each([
    { retryAfterMs: 0, random: 0, waitMs: 0 },
    { retryAfterMs: 0, random: 0.5, waitMs: 15_000 },
    { retryAfterMs: 5_000, random: 0.5, waitMs: 20_000 },
    { retryAfterMs: 600_000, random: 0, waitMs: 600_000 },
    { retryAfterMs: 600_000, random: 0.5, waitMs: 900_000 },
  ])('the check respects a Retry-After of $retryAfterMs ms', ({ retryAfterMs, random, waitMs }) => {
    const state = after(rejected({ random, notice: { ...contractNotice, retryAfterMs } }));
    expect(wait(state, 1_100)).toBe(waitMs);
  });

  it('the wait stays as long however many checks find the maintenance', () => {
    let state = maintenance;
    const widths: number[] = [];
    for (let check = 0; check < 3; check += 1) {
      const receivedAt = 1_000_000 * (check + 1);
      state = transition(state, checked('maintenance', { startedAt: receivedAt, receivedAt, random: 1 }));
      widths.push(wait(state, receivedAt) - defaultRecoveryPolicy.floorMs);
    }
    expect(widths).toEqual([30_000, 30_000, 30_000]);
  });

  const asking = (retryAfterMs: number) => ({ notice: { ...contractNotice, retryAfterMs } });
  const at = (receivedAt: number) => ({ startedAt: receivedAt - 100, receivedAt, random: 0 });

  it.each(['maintenance', 'unavailable', 'unanswered'] as const)(
    'the newest Retry-After is the floor of every later wait, after a check that is %s',
    (result) => {
      const first = after(rejected({ ...asking(600_000), random: 0 }));
      const second = transition(first, checked(result, at(601_100)));
      expect(wait(second, 601_100)).toBe(600_000);
      const third = transition(second, checked(result, at(1_201_100)));
      expect(wait(third, 1_201_100)).toBe(600_000);
    },
  );

  it('answers without a Retry-After keep the last one', () => {
    const state = after(
      rejected(asking(600_000)),
      rejected(at(20_100)),
      checked('maintenance', at(2_000_000)),
    );
    expect(wait(state, 2_000_000)).toBe(600_000);
    expect(state).toMatchObject({ ...asking(600_000), retryAfterAt: 1_100 });
  });

  it('the Retry-After of a past maintenance is dropped', () => {
    const over = after(rejected(asking(600_000)), processed());
    expect(wait(transition(over, rejected(at(9_000))), 9_000)).toBe(30_000);
  });

  it('the newest Retry-After applies to the next wait, and a shorter one doesn’t restart the current wait', () => {
    const state = after(
      rejected({ ...asking(600_000), random: 0 }),
      rejected({ ...at(20_100), ...asking(60_000) }),
    );
    expect(wait(state, 1_100)).toBe(600_000);
    expect(wait(transition(state, checked('maintenance', at(601_100))), 601_100)).toBe(60_000);
  });

  it('a Retry-After older than the newest one is ignored', () => {
    const state = after(
      rejected({ ...asking(60_000), receivedAt: 5_000, random: 0 }),
      rejected({ ...asking(600_000), receivedAt: 4_000 }),
    );
    expect(state).toMatchObject({ ...asking(60_000), retryAfterAt: 5_000, nextCheckAt: 65_000 });
  });

  it.each([2_000, 120_000])(
    'the first Retry-After, here %d ms, replaces the default floor',
    (retryAfterMs) => {
      const state = after(rejected(), rejected({ ...at(1_110), ...asking(retryAfterMs) }));
      expect(wait(state, 1_110)).toBe(retryAfterMs);
    },
  );

  it('the first Retry-After applies even if its answer is not the newest', () => {
    const state = after(
      rejected({ receivedAt: 1_200 }),
      rejected({ receivedAt: 1_110, random: 0, ...asking(2_000) }),
    );
    expect(state).toMatchObject({ nextCheckAt: 3_110, noticedAt: 1_200, ...asking(2_000) });
  });

  it('a Retry-After longer than the floor postpones the check', () => {
    const state = after(rejected(asking(60_000)), rejected({ ...at(20_100), ...asking(90_000) }));
    expect(wait(state, 20_100)).toBe(90_000);
  });

  it('rejections without a Retry-After don’t postpone the check', () => {
    const state = after(rejected(), rejected({ startedAt: 20_000, receivedAt: 20_100 }));
    expect(wait(state, 1_100)).toBe(45_000);
  });

  it('rejections with the same Retry-After don’t postpone the check forever', () => {
    const first = after(rejected(asking(60_000)));
    let state = first;
    for (let second = 10; second < 90; second += 10) {
      state = transition(state, rejected({ ...at(second * 1_000), ...asking(60_000) }));
    }
    expect(wait(state, 1_100)).toBe(wait(first, 1_100));
  });

  it('a check that the user starts doesn’t move the next one', () => {
    const state = transition(after(rejected(asking(600_000))), checked('maintenance', at(301_100)));
    expect(wait(state, 1_100)).toBe(900_000);
    expect(state).toMatchObject({ attempt: 2 });
  });

  it('a check that the user starts just before replaces the next one', () => {
    const state = transition(after(rejected()), checked('maintenance', at(42_000)));
    expect(wait(state, 42_000)).toBe(30_000);
  });

  it('a rejected mutation on trial starts a new wait', () => {
    const state = after(rejected(asking(60_000)), { type: 'trial-opened' }, rejected(at(500_000)));
    expect(wait(state, 500_000)).toBe(60_000);
  });
});

describe('in the second maintenance', () => {
  const second = after(rejected(), processed(), rejected({ startedAt: 2_100, receivedAt: 2_200 }));
  const trial = transition(second, { type: 'trial-opened' });
  const stale = { startedAt: 2_099, receivedAt: 9_000 };
  const notice = { ...contractNotice, retryAfterMs: 600_000 };

  it.each<[string, MaintenanceState, Evidence]>([
    ['widen the scope', second, rejected({ ...stale, kind: 'read' })],
    ['delay the end', second, rejected(stale)],
    ['put the next check off', second, rejected({ ...stale, notice })],
    ['add an API', second, rejected({ ...stale, api: OTHER })],
    ['end a trial', trial, rejected(stale)],
  ])('a rejection sent before the end of the first maintenance doesn’t %s', (_what, state, evidence) => {
    expect(transition(state, evidence)).toBe(state);
  });

  it.each(['maintenance', 'unavailable', 'unanswered'] as const)(
    'a check that finds %s, sent before the end of the first maintenance, changes nothing',
    (result) => {
      expect(transition(second, checked(result, stale))).toBe(second);
      expect(transition(trial, checked(result, stale))).toBe(trial);
    },
  );

  it('a rejection sent after the end of the first maintenance counts', () => {
    expect(transition(trial, rejected({ startedAt: 2_200, receivedAt: 2_300 }))).toMatchObject({
      status: 'maintenance',
      attempt: 2,
      endedAt: 2_100,
    });
  });
});

describe('a check', () => {
  it('a check sent before the newest rejection was known doesn’t narrow the scope', () => {
    const stale = checked('maintenance', { startedAt: 1_099 });
    expect(transition(everything, stale)).toMatchObject({ scope: 'all' });
  });
});
