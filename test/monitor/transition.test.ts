import { describe, expect, it } from 'vitest';
import { contractNotice } from '../../src/protocol/notice.ts';
import { defaultRecoveryPolicy } from '../../src/monitor/recoveryPolicy.ts';
import {
  operational,
  transition,
  UNNAMED_API,
  type Evidence,
  type MaintenanceState,
} from '../../src/monitor/transition.ts';

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
  ])('goes on from %s after %3$s', (_from, state, _evidence, evidence, to) => {
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

  it('believes a rejection sent after the end was known', () => {
    const again = after(rejected(), processed(), rejected({ startedAt: 2_100, receivedAt: 2_200 }));
    expect(again).toMatchObject({ status: 'maintenance', since: 2_200, attempt: 1 });
  });

  it('counts requests that were on their way together as one attempt', () => {
    const burst = after(rejected(), rejected({ receivedAt: 1_120 }), rejected({ receivedAt: 1_140 }));
    expect(burst).toMatchObject({ attempt: 1, rejectedAt: 1_140 });
  });

  it('keeps the newest notice, whichever arrives last', () => {
    const newer = { ...contractNotice, shortMessage: 'Newer' };
    expect(after(rejected({ notice: newer, receivedAt: 1_200 }), rejected())).toMatchObject({
      notice: newer,
    });
    expect(after(rejected(), rejected({ notice: newer, receivedAt: 1_200 }))).toMatchObject({
      notice: newer,
    });
  });

  it('takes the success of any API that rejected for proof', () => {
    const both = after(rejected(), rejected({ api: OTHER, receivedAt: 1_200 }));
    expect(transition(both, processed())).toMatchObject({ status: 'operational' });
    expect(transition(both, processed({ api: OTHER }))).toMatchObject({ status: 'operational' });
  });

  it('remembers the eight newest APIs that rejected', () => {
    const state = after(
      ...Array.from({ length: 20 }, (_, at) =>
        rejected({ api: `https://${at}.example`, receivedAt: 1_100 + at }),
      ),
    );
    expect(state).toMatchObject({
      apis: Array.from({ length: 8 }, (_, at) => `https://${at + 12}.example`),
    });
  });

  it('lets the next mutation decide on trial for an API that nobody could name', () => {
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
  ])('comes after the floor and a jitter as wide, here $waitMs ms', ({ random, waitMs }) => {
    expect(wait(after(rejected({ random })), 1_100)).toBeCloseTo(waitMs, 6);
  });

  it.each([
    { retryAfterMs: 0, random: 0, waitMs: 0 },
    { retryAfterMs: 0, random: 0.5, waitMs: 5_000 },
    { retryAfterMs: 5_000, random: 0.5, waitMs: 10_000 },
    { retryAfterMs: 600_000, random: 0, waitMs: 600_000 },
    { retryAfterMs: 600_000, random: 0.5, waitMs: 900_000 },
  ])('respects a Retry-After of $retryAfterMs ms', ({ retryAfterMs, random, waitMs }) => {
    const state = after(rejected({ random, notice: { ...contractNotice, retryAfterMs } }));
    expect(wait(state, 1_100)).toBe(waitMs);
  });

  it('backs off with each check that finds the maintenance still on, up to the cap', () => {
    let state = maintenance;
    const widths: number[] = [];
    for (let check = 0; check < 6; check += 1) {
      const at = 10_000 * (check + 1);
      state = transition(state, checked('maintenance', { startedAt: at, receivedAt: at, random: 1 }));
      widths.push(wait(state, at) - defaultRecoveryPolicy.floorMs);
    }
    expect(widths).toEqual([30_000, 40_000, 80_000, 120_000, 120_000, 120_000]);
  });

  it('counts a Retry-After from the answer that carried it, once', () => {
    const told = after(rejected({ notice: { ...contractNotice, retryAfterMs: 600_000 } }));
    const early = transition(told, checked('maintenance', { startedAt: 1, receivedAt: 301_100, random: 0 }));
    expect(wait(early, 301_100)).toBe(300_000);
    const late = transition(told, checked('maintenance', { startedAt: 1, receivedAt: 901_100, random: 0 }));
    expect(wait(late, 901_100)).toBe(30_000);
  });

  it('is not put off by other rejections', () => {
    const state = after(rejected(), rejected({ startedAt: 20_000, receivedAt: 20_100 }));
    expect(wait(state, 1_100)).toBe(45_000);
  });

  it('is put off by a rejection that names a later time', () => {
    const notice = { ...contractNotice, retryAfterMs: 60_000 };
    const state = after(rejected(), rejected({ startedAt: 20_000, receivedAt: 20_100, notice, random: 0 }));
    expect(wait(state, 20_100)).toBe(60_000);
  });
});
