import type { RequestKind } from '../protocol/classifyRequest.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';

/** What came of a request. `other` is every answer but a maintenance, and a request that failed. */
export type RequestOutcome =
  | { readonly status: 'pending' }
  | { readonly status: 'other' }
  | {
      readonly status: 'rejected';
      readonly notice: MaintenanceNotice;
      /** The trusted API that rejected; `undefined` for a third party. */
      readonly api: string | undefined;
      /** Identifies the response. */
      readonly source: object;
    };

type Rejection = Extract<RequestOutcome, { readonly status: 'rejected' }>;

/** Records what came of a request. A promise is an answer that is still being read. */
type Settle = (outcome: RequestOutcome | Promise<RequestOutcome>, receivedAt: number) => void;

/** What the log saw while a function ran. */
export interface Tracked<Result> {
  readonly settled: PromiseSettledResult<Result>;
  /** What came of its mutations, in the order of their answers. */
  readonly outcomes: readonly RequestOutcome[];
  /** Whether any request was observed that it sent. Its success needs no other proof then. */
  readonly isObserved: boolean;
}

export interface RequestLog {
  /** Adds a request in the moment in which it is sent. */
  readonly add: (kindOf: () => RequestKind) => Settle;
  /**
   * Runs a function and collects what came of its requests: those that it sends before it first awaits, and those
   * that are sent until it settles and were not sent by another tracked function in this way. Waits until their
   * answers have been read.
   */
  readonly track: <Result>(run: () => Promise<Result>) => Promise<Tracked<Result>>;
  /** The rejections that were received since then. Waits for the answers that are being read. */
  readonly rejectionsSince: (receivedAt: number) => Promise<readonly Rejection[]>;
}

/** More rejections than are reported a second time. */
const REMEMBERED_REJECTIONS = 50;

interface Entry {
  readonly kindOf: () => RequestKind;
  outcome: RequestOutcome;
  receivedAt: number;
  /** Its place in the order in which answers are received. */
  turn: number;
  /** Settles when the answer has been read. */
  reading: Promise<void>;
}

interface Span {
  /** Sent before the function first awaited. */
  readonly own: Entry[];
  /** Sent later, by this function or by code that is not tracked. */
  readonly candidates: Entry[];
}

/**
 * Remembers requests for as long as they matter: while a tracked function runs, and the last rejections, so that an
 * error that is reported can be told to be one of them.
 */
export function createRequestLog(): RequestLog {
  const spans = new Set<Span>();
  const reading = new Set<Entry>();
  let rejections: readonly Entry[] = [];
  let current: Span | undefined;
  let turns = 0;

  function settle(entry: Entry, ...[outcome, receivedAt]: Parameters<Settle>): void {
    turns += 1;
    entry.turn = turns;
    entry.receivedAt = receivedAt;
    if (!(outcome instanceof Promise)) {
      entry.outcome = outcome;
      return;
    }
    const read = async (): Promise<void> => {
      entry.outcome = await outcome;
      reading.delete(entry);
      if (entry.outcome.status === 'rejected') {
        rejections = [...rejections, entry].slice(-REMEMBERED_REJECTIONS);
      }
    };
    reading.add(entry);
    entry.reading = read();
  }

  /** Makes `span` the owner of what `run` sends before it first awaits. */
  async function runIn<Result>(span: Span, run: () => Promise<Result>): Promise<Result> {
    const outer = current;
    current = span;
    let running: Promise<Result>;
    try {
      running = run();
    } finally {
      current = outer;
    }
    return await running;
  }

  return {
    add(kindOf) {
      const entry: Entry = {
        kindOf,
        outcome: { status: 'pending' },
        receivedAt: Infinity,
        turn: Infinity,
        reading: Promise.resolve(),
      };
      if (current) current.own.push(entry);
      else for (const span of spans) span.candidates.push(entry);
      return (outcome, receivedAt) => settle(entry, outcome, receivedAt);
    },
    async track(run) {
      const span: Span = { own: [], candidates: [] };
      spans.add(span);
      const [settled] = await Promise.allSettled([runIn(span, run)]);
      spans.delete(span);
      const requests = [...span.own, ...span.candidates];
      await Promise.all(requests.map((entry) => entry.reading));
      const mutations = requests
        .filter(({ outcome, kindOf }) => outcome.status !== 'pending' && kindOf() === 'mutation')
        .toSorted((one, other) => one.turn - other.turn);
      return {
        settled,
        outcomes: mutations.map(({ outcome }) => outcome),
        isObserved: span.own.length > 0 || mutations.length > 0,
      };
    },
    async rejectionsSince(since) {
      await Promise.all([...reading].map((entry) => entry.reading));
      return rejections.flatMap(({ outcome, receivedAt }) =>
        outcome.status === 'rejected' && receivedAt >= since ? [outcome] : [],
      );
    },
  };
}
