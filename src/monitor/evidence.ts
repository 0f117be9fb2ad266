import type { RequestKind } from '../protocol/classifyRequest.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';

/** What a check learned. `unanswered`: it failed, came too late or said nothing. */
export type CheckResult = ServiceCheck | 'unanswered';

/** When something was asked and answered, by the monotonic clock. */
export interface Exchanged {
  /** When the request was started. */
  readonly startedAt: number;
  /** When its answer was received. */
  readonly receivedAt: number;
}

/** Something that happened and says what the service can do. */
export type Evidence =
  | (Exchanged & {
      readonly type: 'request-rejected';
      readonly kind: RequestKind;
      readonly api: string;
      readonly notice: MaintenanceNotice;
      /** From 0 up to 1, drawn when the evidence was found, so that the rule itself draws nothing. */
      readonly random: number;
    })
  | (Exchanged & {
      /** A read or session request that succeeded (2xx), a mutation that the API processed (2xx, or 422). */
      readonly type: 'request-processed';
      readonly kind: RequestKind;
      readonly api: string;
    })
  | (Exchanged & {
      readonly type: 'service-checked';
      readonly result: CheckResult;
      readonly random: number;
    })
  | { readonly type: 'trial-opened' };

export type EvidenceOf<Type extends Evidence['type']> = Extract<Evidence, { readonly type: Type }>;
