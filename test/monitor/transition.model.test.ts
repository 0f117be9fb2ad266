import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/monitor/evidence.ts';
import { defaultRecoveryPolicy } from '../../src/monitor/recoveryPolicy.ts';
import { operational, type MaintenanceState } from '../../src/monitor/maintenanceState.ts';
import { transition } from '../../src/monitor/transition.ts';
import { contractNotice } from '../../src/protocol/notice.ts';

/*
 * The model derives each answer from the history of all requests, without a state. The reducer sees one state and one
 * piece of evidence. Two APIs that enter and leave maintenance answer the requests and checks. Evidence becomes known
 * in another order than the requests are sent or answered, because the body of a rejection is read afterwards.
 */

const APIS = ['https://api.example', 'https://other.example'] as const;
type Api = (typeof APIS)[number];

interface Asked {
  readonly startedAt: number;
  readonly thereMs: number;
  readonly backMs: number;
  readonly readMs: number;
  readonly kind: 'read' | 'session' | 'mutation' | 'check';
  readonly isLost: boolean;
  readonly api: Api;
  readonly random: number;
}

interface Outage {
  readonly from: number;
  readonly forMs: number;
  readonly rejects: 'mutations' | 'all';
  readonly api: Api;
  readonly retryAfterMs: number | undefined;
}

type Known = Exclude<Evidence, { readonly type: 'trial-opened' }>;
/** A request with a known answer, or the time from which mutations pass on trial. */
type Delivered = Evidence & { readonly deliveredAt: number };

/** Mostly short, so that a maintenance ends; sometimes longer than a whole maintenance. */
const travelMs = fc.oneof({ weight: 4, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.nat(20_000) });

const asked = fc.record<Asked>({
  startedAt: fc.nat(60_000),
  thereMs: travelMs,
  backMs: travelMs,
  readMs: fc.nat(2_000),
  kind: fc.constantFrom('read', 'session', 'mutation', 'mutation', 'mutation', 'check'),
  isLost: fc.constantFrom(false, false, false, true),
  api: fc.constantFrom(...APIS),
  random: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
});

const outage = fc.record<Outage>({
  from: fc.nat(50_000),
  forMs: fc.integer({ min: 1, max: 10_000 }),
  rejects: fc.constantFrom('mutations', 'all'),
  api: fc.constantFrom(...APIS),
  retryAfterMs: fc.option(fc.constantFrom(0, 2_000, 45_000, 120_000), { nil: undefined }),
});

function answerOf(request: Asked, outages: readonly Outage[]): Delivered {
  const { startedAt, thereMs, backMs, readMs, kind, api, random, isLost } = request;
  const arrivedAt = startedAt + thereMs;
  const receivedAt = arrivedAt + backMs;
  const on = outages.filter(({ from, forMs }) => arrivedAt >= from && arrivedAt < from + forMs);
  const exchanged = { startedAt, receivedAt, deliveredAt: receivedAt };
  if (kind === 'check') {
    const found = on.some(({ rejects }) => rejects === 'all') ? 'unavailable' : 'maintenance';
    const result = isLost ? 'unanswered' : on.length > 0 ? found : 'operational';
    return { ...exchanged, type: 'service-checked', result, random };
  }
  const by = on.find((each) => each.api === api && (each.rejects === 'all' || kind === 'mutation'));
  if (by === undefined) return { ...exchanged, type: 'request-processed', kind, api };
  const { retryAfterMs } = by;
  const notice = { ...contractNotice, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  const deliveredAt = receivedAt + readMs;
  return { ...exchanged, deliveredAt, type: 'request-rejected', kind, api, notice, random };
}

const delivered = fc
  .tuple(
    fc.array(asked, { minLength: 1, maxLength: 60, size: 'max' }),
    fc.array(outage, { minLength: 1, maxLength: 5, size: 'max' }),
    fc.array(fc.nat(70_000), { maxLength: 4 }),
  )
  .map(([requests, outages, trials]) =>
    [
      ...requests.map((request) => answerOf(request, outages)),
      ...trials.map((deliveredAt): Delivered => ({ type: 'trial-opened', deliveredAt })),
    ].toSorted((one, other) => one.deliveredAt - other.deliveredAt),
  );

/** Reads the history at each time: `at` is the number of known pieces of evidence. */
function createModel(history: readonly Delivered[]) {
  const ends: boolean[] = [];

  const since = (at: number): readonly Known[] =>
    history.slice(ends.slice(0, at).lastIndexOf(true) + 1, at).filter(isKnown);

  const endedAt = (at: number): number => {
    const end = history[ends.slice(0, at).lastIndexOf(true)];
    return end !== undefined && isKnown(end) ? end.receivedAt : -Infinity;
  };

  /** Returns what was found in maintenance since the last one ended, by requests that were sent after that. */
  const found = (at: number): readonly Known[] =>
    since(at).filter((each) => isFound(each) && each.startedAt >= endedAt(at));

  const status = (at: number): MaintenanceState['status'] => {
    const newest = found(at).at(-1);
    if (newest === undefined) return 'operational';
    const later = history.slice(
      history.findIndex((each) => each === newest),
      at,
    );
    return later.some(({ type }) => type === 'trial-opened') ? 'recovering' : 'maintenance';
  };

  /** Returns whether the request was sent after all rejections and checks so far were known. */
  const isFresh = (evidence: Known, at: number): boolean =>
    found(at).every(({ receivedAt }) => evidence.startedAt >= receivedAt);

  const isOfRejecting = (evidence: Known, at: number): boolean => {
    const [first] = found(at);
    // A maintenance that a check found belongs to no API: on trial, any mutation decides.
    if (first?.type === 'service-checked' && status(at) === 'recovering') return true;
    return found(at).some((each) => 'api' in each && 'api' in evidence && each.api === evidence.api);
  };

  const isEnd = (evidence: Delivered, at: number): boolean => {
    if (!isKnown(evidence) || found(at).length === 0 || !isFresh(evidence, at)) return false;
    if (evidence.type === 'service-checked') return evidence.result === 'operational';
    return (
      evidence.type === 'request-processed' && evidence.kind === 'mutation' && isOfRejecting(evidence, at)
    );
  };

  /** Returns what a piece of evidence proves about reads: rejected, served, or nothing. */
  const saysOfReads = (evidence: Known, at: number): 'all' | 'mutations' | undefined => {
    const isRead = 'kind' in evidence && evidence.kind !== 'mutation';
    if (isFound(evidence) && evidence.startedAt >= endedAt(at)) {
      if (isRead || ('result' in evidence && evidence.result === 'unavailable')) return 'all';
      return evidence.type === 'service-checked' && isFresh(evidence, at) ? 'mutations' : undefined;
    }
    const isServed = evidence.type === 'request-processed' && isRead && status(at) === 'maintenance';
    return isServed && isFresh(evidence, at) && isOfRejecting(evidence, at) ? 'mutations' : undefined;
  };

  for (const [at, evidence] of history.entries()) ends.push(isEnd(evidence, at));
  const reads = history.map((evidence, at) => (isKnown(evidence) ? saysOfReads(evidence, at) : undefined));

  return {
    status,
    endedAt,
    scope: (at: number): 'mutations' | 'all' =>
      reads.slice(ends.slice(0, at).lastIndexOf(true) + 1, at).findLast((word) => word !== undefined) ??
      'mutations',
    /** Returns the newest of this maintenance; of two that were received together, the one that became known last. */
    retryAfterMs: (at: number): number | undefined =>
      found(at)
        .flatMap((each) =>
          each.type === 'request-rejected' && each.notice.retryAfterMs !== undefined
            ? [{ receivedAt: each.receivedAt, ms: each.notice.retryAfterMs }]
            : [],
        )
        .toSorted((one, other) => one.receivedAt - other.receivedAt)
        .at(-1)?.ms,
    /** Returns whether an answer belongs to this maintenance. */
    counts: (evidence: Known, at: number): boolean => evidence.startedAt >= endedAt(at),
  };
}

const isKnown = (evidence: Delivered): evidence is Delivered & Known => evidence.type !== 'trial-opened';

const isFound = (evidence: Known): boolean =>
  evidence.type === 'request-rejected' ||
  (evidence.type === 'service-checked' &&
    (evidence.result === 'maintenance' || evidence.result === 'unavailable'));

function play(evidence: readonly Evidence[]): MaintenanceState[] {
  let state = operational;
  return evidence.map((each) => {
    state = transition(state, each);
    return state;
  });
}

describe('transition, over any order of requests and answers', () => {
  it('agrees with the model after every answer', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const model = createModel(history);
        for (const [index, state] of play(history).entries()) {
          const at = index + 1;
          const status = model.status(at);
          const expected =
            status === 'operational'
              ? { status }
              : { status, scope: model.scope(at), retryAfterMs: model.retryAfterMs(at) };
          const actual =
            state.status === 'operational'
              ? { status: state.status }
              : { status: state.status, scope: state.scope, retryAfterMs: state.notice.retryAfterMs };
          expect(actual).toEqual(expected);
          expect(state.endedAt ?? -Infinity).toBe(model.endedAt(at));
        }
      }),
      { numRuns: 500, plugins: [fc.interruptAfterTimeLimit(10_000)] },
    );
  });

  it('waits between the newest Retry-After and the end of its jitter, and restarts no wait without a reason', () => {
    const { floorMs: defaultFloorMs, checkNowEveryMs } = defaultRecoveryPolicy;
    fc.assert(
      fc.property(delivered, (history) => {
        const model = createModel(history);
        const states = play(history);
        for (const [at, evidence] of history.entries()) {
          const [before, after] = [states[at - 1] ?? operational, states[at]];
          if (after?.status !== 'maintenance' || !isKnown(evidence)) continue;
          const isDue =
            evidence.type === 'service-checked' &&
            evidence.result !== 'operational' &&
            before.status === 'maintenance' &&
            evidence.receivedAt + checkNowEveryMs >= before.nextCheckAt;
          const askedMs = evidence.type === 'request-rejected' ? evidence.notice.retryAfterMs : undefined;
          const isNewest = askedMs !== undefined && askedMs === model.retryAfterMs(at + 1);
          const mayBegin =
            before.status !== 'maintenance' ||
            (model.counts(evidence, at) &&
              (isDue || (isNewest && (model.retryAfterMs(at) === undefined || askedMs > before.floorMs))));
          const mustBegin = isDue && model.counts(evidence, at);
          const hasMoved = before.status !== 'maintenance' || after.nextCheckAt !== before.nextCheckAt;
          expect(hasMoved && !mayBegin).toBe(false);
          if (!hasMoved && !mustBegin) continue;
          const floorMs = model.retryAfterMs(at + 1) ?? defaultFloorMs;
          const waitMs = after.nextCheckAt - evidence.receivedAt;
          expect(waitMs).toBeGreaterThanOrEqual(floorMs);
          expect(waitMs).toBeLessThanOrEqual(floorMs + Math.max(floorMs, defaultFloorMs));
        }
      }),
      { numRuns: 500, plugins: [fc.interruptAfterTimeLimit(10_000)] },
    );
  });

  it('is operational after reads are served and a mutation of each API succeeds', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const quiet = 1_000_000;
        const last = APIS.map((api): Evidence => ({
          type: 'request-processed',
          kind: 'mutation',
          api,
          startedAt: quiet,
          receivedAt: quiet + 10,
        }));
        const check: Evidence = {
          type: 'service-checked',
          result: 'operational',
          startedAt: quiet,
          receivedAt: quiet + 10,
          random: 0,
        };
        expect(play([...history, ...last, check]).at(-1)?.status).toBe('operational');
      }),
    );
  });

  it('changes none of its inputs and keeps nothing between two calls', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const frozen = history.map((evidence) => Object.freeze({ ...evidence }));
        const once = play(frozen).map((state) => JSON.stringify(state));
        expect(play(frozen).map((state) => JSON.stringify(state))).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  it('returns a state that survives serialization', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const state = play(history).at(-1);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });

  it('covers two maintenances, trials, both scopes and waits', () => {
    const seen = { second: 0, recovering: 0, all: 0, retryAfter: 0 };
    for (const history of fc.sample(delivered, { numRuns: 200, seed: 1 })) {
      const states = play(history);
      if (states.some(({ status, endedAt }) => status !== 'operational' && endedAt !== undefined)) {
        seen.second += 1;
      }
      if (states.some(({ status }) => status === 'recovering')) seen.recovering += 1;
      if (states.some((state) => state.status !== 'operational' && state.scope === 'all')) seen.all += 1;
      if (states.some((state) => state.status === 'maintenance' && state.retryAfterAt !== undefined)) {
        seen.retryAfter += 1;
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
