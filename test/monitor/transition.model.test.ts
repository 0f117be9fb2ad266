import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractNotice } from '../../src/protocol/notice.ts';
import { operational, transition, type MaintenanceState } from '../../src/monitor/transition.ts';
import type { Evidence } from '../../src/monitor/evidence.ts';

/*
 * The model looks at everything that was ever delivered and says what must be so, while the rule sees one state
 * and one piece of evidence at a time. Requests are answered by a service that goes in and out of maintenance;
 * their answers are delivered in the order in which they arrive, which is not the order in which they were sent.
 */

const APIS = ['https://api.example', 'https://other.example'] as const;

interface Sent {
  readonly startedAt: number;
  /** From the page to the service, and back. */
  readonly thereMs: number;
  readonly backMs: number;
  readonly kind: 'read' | 'session' | 'mutation';
  readonly api: (typeof APIS)[number];
}

interface Outage {
  readonly from: number;
  readonly forMs: number;
  readonly rejects: 'mutations' | 'all';
  readonly api: (typeof APIS)[number];
}

const sent = fc.record<Sent>({
  startedAt: fc.nat(100_000),
  thereMs: fc.nat(5_000),
  backMs: fc.nat(5_000),
  kind: fc.constantFrom('read', 'session', 'mutation'),
  api: fc.constantFrom(...APIS),
});

const outage = fc.record<Outage>({
  from: fc.nat(90_000),
  forMs: fc.integer({ min: 1, max: 60_000 }),
  rejects: fc.constantFrom('mutations', 'all'),
  api: fc.constantFrom(...APIS),
});

function answerOf(request: Sent, outages: readonly Outage[]): Evidence {
  const { startedAt, thereMs, backMs, kind, api } = request;
  const arrivedAt = startedAt + thereMs;
  const isRejected = outages.some(
    (each) =>
      each.api === api &&
      arrivedAt >= each.from &&
      arrivedAt < each.from + each.forMs &&
      (each.rejects === 'all' || kind === 'mutation'),
  );
  const exchanged = { startedAt, receivedAt: arrivedAt + backMs, kind, api };
  return isRejected
    ? { ...exchanged, type: 'request-rejected', notice: contractNotice, random: 0.5 }
    : { ...exchanged, type: 'request-processed' };
}

/** In the order of their arrival. */
const delivered = fc
  .tuple(fc.array(sent, { minLength: 1, maxLength: 60 }), fc.array(outage, { maxLength: 3 }))
  .map(([requests, outages]) =>
    requests
      .map((request) => answerOf(request, outages))
      .filter((evidence) => evidence.type !== 'trial-opened')
      .toSorted((one, other) => one.receivedAt - other.receivedAt),
  );

type Delivered = Extract<Evidence, { readonly receivedAt: number }>;

/** What the whole history says, without a state. */
function modelStatus(history: readonly Delivered[]): 'operational' | 'maintenance' {
  let endedAt = -Infinity;
  let open: Delivered[] = [];
  for (const evidence of history) {
    if (evidence.type === 'request-rejected') {
      if (open.length > 0 || evidence.startedAt >= endedAt) open.push(evidence);
    } else if (
      open.length > 0 &&
      evidence.type === 'request-processed' &&
      evidence.kind === 'mutation' &&
      open.some((rejection) => 'api' in rejection && rejection.api === evidence.api) &&
      open.every((rejection) => evidence.startedAt >= rejection.receivedAt)
    ) {
      endedAt = evidence.receivedAt;
      open = [];
    }
  }
  return open.length > 0 ? 'maintenance' : 'operational';
}

function play(evidence: readonly Evidence[]): MaintenanceState[] {
  let state = operational;
  return evidence.map((each) => {
    state = transition(state, each);
    return state;
  });
}

describe('transition, over any crossing of requests and answers', () => {
  it('agrees with the model after every answer', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const states = play(history);
        states.forEach((state, at) => {
          expect(state.status).toBe(modelStatus(history.slice(0, at + 1)));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('leaves a maintenance only by a mutation that the service processed after it began', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const states = play(history);
        states.forEach((state, at) => {
          const previous = states[at - 1];
          if (previous?.status !== 'maintenance' || state.status !== 'operational') return;
          const evidence = history[at];
          expect(evidence).toMatchObject({ type: 'request-processed', kind: 'mutation' });
          expect(evidence?.startedAt).toBeGreaterThanOrEqual(previous.rejectedAt);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is operational in the end, once everything is served again and a mutation of each API went through', () => {
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
        expect(play([...history, ...last]).at(-1)?.status).toBe('operational');
      }),
    );
  });

  it('neither changes what it is given nor keeps anything between two calls', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const frozen = history.map((evidence) => Object.freeze({ ...evidence }));
        const once = play(frozen).map((state) => JSON.stringify(state));
        expect(play(frozen).map((state) => JSON.stringify(state))).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a state that can be stored and read back', () => {
    fc.assert(
      fc.property(delivered, (history) => {
        const state = play(history).at(-1);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });
});
