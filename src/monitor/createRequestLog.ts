import type { RequestKind } from '../protocol/requestRules.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';

/** The outcome of a request. `other` covers every answer but a maintenance, and a failed request. */
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
      /** 503, or the status by which a dialect recognizes a rejection. */
      readonly httpStatus: number;
    };

type Rejection = Extract<RequestOutcome, { readonly status: 'rejected' }>;

/** Records the outcome of a request. A promise stands for a response whose body is still being read. */
type Settle = (outcome: RequestOutcome | Promise<RequestOutcome>, receivedAt: number) => void;

/** The requests that the log saw while a function ran. */
export interface Tracked<Result> {
  readonly settled: PromiseSettledResult<Result>;
  /** The outcomes of its mutations, in the order of their responses. */
  readonly outcomes: readonly RequestOutcome[];
  /** Whether at least one of its requests was observed. Its success needs no other proof then. */
  readonly isObserved: boolean;
}

export interface RequestLog {
  /** Adds a request at the moment it is sent. */
  readonly add: (kindOf: () => RequestKind) => Settle;
  /**
   * Runs a function and collects the outcomes of its requests: those that it sends before it first awaits, and those
   * that are sent until it settles and don't belong to another tracked function in this way. Waits until their
   * responses have been read.
   */
  readonly track: <Result>(run: () => Promise<Result>) => Promise<Tracked<Result>>;
  /** Returns the rejections that were received since then. Waits for responses that are being read. */
  readonly rejectionsSince: (receivedAt: number) => Promise<readonly Rejection[]>;
}

/** Larger than the number of rejections that are reported a second time. */
const REMEMBERED_REJECTIONS = 50;

interface Entry {
  readonly kindOf: () => RequestKind;
  outcome: RequestOutcome;
  receivedAt: number;
  /** The position in the order in which responses arrive. */
  turn: number;
  /** Settles when the body has been read. Absent for a response whose body doesn't matter. */
  reading?: Promise<void>;
}

interface Span {
  /** Requests sent before the function first awaited. */
  readonly own: Entry[];
  /** Requests sent later, by this function or by code that isn't tracked. */
  readonly candidates: Entry[];
}

/**
 * Creates a log that keeps requests only as long as they matter: while a tracked function runs, and the last
 * rejections, so that a reported error can be matched to one of them.
 *
 * `ready` returns a promise until requests can be classified.
 */
export function createRequestLog(ready: () => Promise<unknown> | undefined): RequestLog {
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

  /** Runs `run` and assigns the requests that it sends before it first awaits to `span`. */
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
      await Promise.all(requests.flatMap((entry) => entry.reading ?? []));
      const loading = requests.length > 0 ? ready() : undefined;
      if (loading) await loading;
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
      await Promise.all([...reading].flatMap((entry) => entry.reading ?? []));
      return rejections.flatMap(({ outcome, receivedAt }) =>
        outcome.status === 'rejected' && receivedAt >= since ? [outcome] : [],
      );
    },
  };
}
