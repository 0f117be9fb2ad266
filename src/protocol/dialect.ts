import type { MaintenanceNotice } from './notice.ts';
import type { RequestDescription, RequestKind, RequestRule } from './requestRules.ts';
import type { ServiceCheck } from './serviceCheck.ts';

/** An answer in the words of the contract: 503 for a rejection, 200 for a request that was processed. */
export interface DialectReading {
  readonly status: number;
  /** Identifies the response: the `Response`, or the event of an `XMLHttpRequest`. Dialects read it. */
  readonly source: object;
  /** Reads the contract's notice. Called only for a 503. */
  readonly readNotice: () => Promise<MaintenanceNotice | undefined>;
  /** The kind of request that the answer proves something about, once `readNotice` has settled. Default: its own. */
  readonly kind?: RequestKind | undefined;
  /** True for an answer that says that a maintenance is on, although the request was not rejected. */
  readonly isAnnouncement?: boolean | undefined;
  /** The status that the API sent, if it isn't `status`. */
  readonly httpStatus?: number | undefined;
}

/** The clock and the timer that limit how long a body is read. */
export interface DialectClock {
  readonly now: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
}

/**
 * The words in which an API announces its maintenance. Choose a ready one of `maintenance-kit/dialects`, or write one
 * with `defineDialect`.
 */
export interface Dialect {
  readonly name: string;
  /** The API's own rules for the kind of its requests, tried after those of the application. */
  readonly rules: readonly RequestRule[];
  /** Asks whether the maintenance is over. Absent if the API has no address that says so. */
  readonly check?:
    ((options?: { readonly signal?: AbortSignal }) => Promise<ServiceCheck | undefined>) | undefined;
  /**
   * Returns what an answer says in the words of the contract, or the answer itself if it says nothing or comes from an
   * API that `apiOf` doesn't know. `request` describes the request; absent for a reported error. Never throws.
   */
  readonly read: (
    answer: DialectReading,
    clock: DialectClock,
    apiOf: (url: string | URL) => string | undefined,
    request?: () => RequestDescription,
  ) => DialectReading;
  /** What a gate answers in the dialect. Throws MK209 if the dialect has no answers for a gate. */
  readonly gate: DialectGate;
}

/** What a gate answers in a dialect. */
export interface DialectGate {
  /** True if the maintenance rejects every request. */
  readonly rejectsAll: boolean;
  /** Returns the contract's response in the words of the dialect, with the same `Retry-After`. */
  readonly reject: (response: Response) => Response;
  /** Returns the answer to a check. `rejection` makes the response to a request that is rejected. */
  readonly check: (isOn: boolean, rejection: () => Response) => Response;
}
