import type { RequestKind } from '../protocol/requestRules.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';

/** What a check learned. `unanswered`: it failed, timed out or returned an unknown value. */
export type CheckResult = ServiceCheck | 'unanswered';

/** The times of a request and its answer, by the monotonic clock. */
export interface Exchanged {
  /** When the request was started. */
  readonly startedAt: number;
  /** When its answer was received. */
  readonly receivedAt: number;
}

/** An event that shows what the service can do. */
export type Evidence =
  | (Exchanged & {
      readonly type: 'request-rejected';
      readonly kind: RequestKind;
      readonly api: string;
      readonly notice: MaintenanceNotice;
      /** True if the request itself was processed, and its answer says that a maintenance is on. */
      readonly isAnnouncement?: boolean | undefined;
      /** From 0 up to, but not including, 1. Drawn when the evidence is recorded, so that `transition` is pure. */
      readonly random: number;
    })
  | (Exchanged & {
      /** A read or session request succeeded (2xx), or the API processed a mutation (2xx or 422). */
      readonly type: 'request-processed';
      readonly kind: RequestKind;
      readonly api: string;
    })
  | (Exchanged & {
      readonly type: 'service-checked';
      readonly result: CheckResult;
      /** What the server said about the next check. Default: nothing. */
      readonly retryAfterMs?: number;
      readonly random: number;
    })
  | { readonly type: 'trial-opened' };

export type EvidenceOf<Type extends Evidence['type']> = Extract<Evidence, { readonly type: Type }>;
