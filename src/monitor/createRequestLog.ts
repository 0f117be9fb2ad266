import type { RequestKind } from '../protocol/requestRules.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';

/** The outcome of a request. `other` covers every answer but a maintenance, and a failed request. */
export type RequestOutcome =
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

/**
 * Records the outcome of a request. A promise stands for a response whose body is still being read, and `receivedAt` is when
 * that response arrived.
 */
type Settle = (outcome: RequestOutcome | Promise<RequestOutcome>, receivedAt?: number) => void;

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
const REMEMBERED_RESPONSES = 50;

interface Entry {
  readonly kindOf: () => RequestKind;
  /** Absent until the response arrives. */
  answer?: {
    readonly outcome: RequestOutcome | Promise<RequestOutcome>;
    /** The position in the order in which responses arrive. */
    readonly turn: number;
  };
}

/** A response whose body decides. */
interface Received {
  readonly outcome: Promise<RequestOutcome>;
  readonly receivedAt: number;
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
  let received: readonly Received[] = [];
  let current: Span | undefined;
  let turns = 0;

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
      const entry: Entry = { kindOf };
      if (current) current.own.push(entry);
      else for (const span of spans) span.candidates.push(entry);
      return (outcome, receivedAt = 0) => {
        turns += 1;
        entry.answer = { outcome, turn: turns };
        if (outcome instanceof Promise) {
          received = [...received, { outcome, receivedAt }].slice(-REMEMBERED_RESPONSES);
        }
      };
    },
    async track(run) {
      const span: Span = { own: [], candidates: [] };
      spans.add(span);
      const [settled] = await Promise.allSettled([runIn(span, run)]);
      spans.delete(span);
      const requests = [...span.own, ...span.candidates];
      await Promise.all(requests.map(async ({ answer }) => answer?.outcome));
      if (requests.length > 0) await ready();
      const mutations = requests
        .flatMap(({ kindOf, answer }) => (answer && kindOf() === 'mutation' ? answer : []))
        .toSorted((one, other) => one.turn - other.turn);
      const outcomes = await Promise.all(mutations.map(async ({ outcome }) => outcome));
      return {
        settled,
        outcomes,
        isObserved: span.own.length > 0 || outcomes.length > 0,
      };
    },
    async rejectionsSince(since) {
      const outcomes = await Promise.all(
        received.flatMap(({ outcome, receivedAt }) => (receivedAt >= since ? outcome : [])),
      );
      return outcomes.filter((outcome) => outcome.status === 'rejected');
    },
  };
}
