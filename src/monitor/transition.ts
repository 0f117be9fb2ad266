import type { RequestKind } from '../protocol/classifyRequest.ts';
import { contractNotice, type MaintenanceNotice } from '../protocol/notice.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import { defaultRecoveryPolicy, recoveryDelayMs, type RecoveryPolicy } from './recoveryPolicy.ts';

/** What is rejected: mutations only, or every request (a development instance). */
export type MaintenanceScope = 'mutations' | 'all';

interface UnderMaintenance {
  readonly scope: MaintenanceScope;
  /** The newest thing that the API said. */
  readonly notice: MaintenanceNotice;
  /** When this maintenance was first noticed, in milliseconds since the epoch. */
  readonly since: number;
  /** How often the service was found in maintenance, from 1. */
  readonly attempt: number;
  /** When `notice` was received. */
  readonly noticedAt: number;
  /** When the newest rejection was received, or the newest check that found a maintenance. */
  readonly rejectedAt: number;
  /** The APIs that rejected, newest last. Only a success of one of them is proof. */
  readonly apis: readonly string[];
}

/** What the service can do now. A plain value: it can be stored, sent and compared. */
export type MaintenanceState =
  | {
      readonly status: 'operational';
      /** When the evidence that ended the last maintenance was received; left out where there was none. */
      readonly endedAt?: number;
    }
  | (UnderMaintenance & {
      readonly status: 'maintenance';
      /** When the service is asked again, in milliseconds since the epoch. */
      readonly nextCheckAt: number;
    })
  | (UnderMaintenance & {
      /** Nobody can ask whether it is over, so mutations are let through on trial. */
      readonly status: 'recovering';
    });

/** An API that nobody could name, because only its error was reported. */
export const UNNAMED_API = '';

interface Exchanged {
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
      readonly result: ServiceCheck | 'unanswered';
      readonly random: number;
    })
  | { readonly type: 'trial-opened' };

type EvidenceOf<Type extends Evidence['type']> = Extract<Evidence, { readonly type: Type }>;
type StateOf<Status extends MaintenanceState['status']> = Extract<
  MaintenanceState,
  { readonly status: Status }
>;
type Impaired = StateOf<'maintenance' | 'recovering'>;

export const operational: MaintenanceState = { status: 'operational' };

/** More APIs than one application talks to while they are all in maintenance. */
const REMEMBERED_APIS = 8;

/**
 * The rule of the state machine. Returns the same object when the evidence changes nothing.
 *
 * What ends a maintenance: a mutation that one of the rejecting APIs processed, or a check. What never does:
 * reads, session refreshes, other APIs, other failures, and answers to requests that were sent before the newest
 * rejection was known.
 */
export function transition(
  state: MaintenanceState,
  evidence: Evidence,
  policy: RecoveryPolicy = defaultRecoveryPolicy,
): MaintenanceState {
  switch (evidence.type) {
    case 'request-rejected':
      return isStaleRejection(state, evidence) ? state : rejected(state, evidence, policy);
    case 'request-processed':
      return state.status === 'operational' || !isProof(state, evidence) ? state : processed(state, evidence);
    case 'service-checked':
      return checked(state, evidence, policy);
    case 'trial-opened':
      return state.status === 'maintenance' ? trial(state) : state;
  }
}

/** Sent before the end of the last maintenance was known: it says nothing about the time after it. */
function isStaleRejection(state: MaintenanceState, { startedAt }: Exchanged): boolean {
  return state.status === 'operational' && state.endedAt !== undefined && startedAt < state.endedAt;
}

/** Sent before the newest rejection was known: the two crossed on the wire, or met nodes that switch one by one. */
function isStaleSuccess(state: Impaired, { startedAt }: Exchanged): boolean {
  return startedAt < state.rejectedAt;
}

function isProof(state: Impaired, evidence: EvidenceOf<'request-processed'>): boolean {
  if (isStaleSuccess(state, evidence)) return false;
  // On trial for an API without a name, the next mutation decides, whichever API it was for.
  return (
    state.apis.includes(evidence.api) || (state.status === 'recovering' && state.apis.includes(UNNAMED_API))
  );
}

function rejected(
  state: MaintenanceState,
  { kind, api, notice, startedAt, receivedAt, random }: EvidenceOf<'request-rejected'>,
  policy: RecoveryPolicy,
): MaintenanceState {
  const scope: MaintenanceScope = kind === 'mutation' ? 'mutations' : 'all';
  if (state.status === 'operational') return entered({ scope, notice, api, receivedAt, random }, policy);

  const isNewest = receivedAt >= state.noticedAt;
  const newest = isNewest ? notice : state.notice;
  // A burst of requests that were all on their way meets one maintenance, not ten.
  const attempt = startedAt >= state.rejectedAt ? state.attempt + 1 : state.attempt;
  const { retryAfterMs } = newest;
  const askedToWaitUntil =
    retryAfterMs === undefined
      ? 0
      : receivedAt + recoveryDelayMs({ attempt, floorMs: retryAfterMs, random }, policy);
  return {
    ...state,
    status: 'maintenance',
    scope: scope === 'all' ? scope : state.scope,
    notice: newest,
    noticedAt: Math.max(state.noticedAt, receivedAt),
    attempt,
    rejectedAt: Math.max(state.rejectedAt, receivedAt),
    apis: remembered(state.apis, api),
    nextCheckAt:
      state.status === 'maintenance'
        ? // Only the API's own word postpones a check; else frequent rejections would put it off for ever.
          Math.max(state.nextCheckAt, askedToWaitUntil)
        : receivedAt + recoveryDelayMs({ attempt, floorMs: retryAfterMs ?? policy.floorMs, random }, policy),
  };
}

function processed(state: Impaired, { kind, receivedAt }: EvidenceOf<'request-processed'>): MaintenanceState {
  if (kind === 'mutation') return { status: 'operational', endedAt: receivedAt };
  return state.status === 'maintenance' && state.scope === 'all' ? { ...state, scope: 'mutations' } : state;
}

function checked(
  state: MaintenanceState,
  evidence: EvidenceOf<'service-checked'>,
  policy: RecoveryPolicy,
): MaintenanceState {
  const { result, receivedAt, random } = evidence;
  if (state.status === 'operational') {
    if (result === 'operational' || result === 'unanswered' || isStaleRejection(state, evidence))
      return state;
    return entered(
      { scope: scopeOf(result), notice: contractNotice, api: UNNAMED_API, receivedAt, random },
      policy,
    );
  }
  if (result === 'operational') {
    return isStaleSuccess(state, evidence) ? state : { status: 'operational', endedAt: receivedAt };
  }
  if (result === 'unanswered' && state.status === 'recovering') return state;
  const attempt = state.attempt + 1;
  return {
    ...state,
    ...(result !== 'unanswered' && {
      scope: scopeOf(result),
      rejectedAt: Math.max(state.rejectedAt, receivedAt),
    }),
    status: 'maintenance',
    attempt,
    nextCheckAt:
      receivedAt + recoveryDelayMs({ attempt, floorMs: floorMs(state, receivedAt, policy), random }, policy),
  };
}

/** A `Retry-After` counts once, from the answer that carried it; after that it only ever shortens the floor. */
function floorMs({ notice, noticedAt }: Impaired, now: number, policy: RecoveryPolicy): number {
  const remainingMs = noticedAt + (notice.retryAfterMs ?? 0) - now;
  return remainingMs > 0 ? remainingMs : Math.min(notice.retryAfterMs ?? policy.floorMs, policy.floorMs);
}

function entered(
  {
    scope,
    notice,
    api,
    receivedAt,
    random,
  }: {
    readonly scope: MaintenanceScope;
    readonly notice: MaintenanceNotice;
    readonly api: string;
    readonly receivedAt: number;
    readonly random: number;
  },
  policy: RecoveryPolicy,
): MaintenanceState {
  const attempt = 1;
  return {
    status: 'maintenance',
    scope,
    notice,
    since: receivedAt,
    attempt,
    noticedAt: receivedAt,
    rejectedAt: receivedAt,
    apis: [api],
    nextCheckAt:
      receivedAt +
      recoveryDelayMs({ attempt, floorMs: notice.retryAfterMs ?? policy.floorMs, random }, policy),
  };
}

function trial({ nextCheckAt: _due, ...rest }: StateOf<'maintenance'>): MaintenanceState {
  return { ...rest, status: 'recovering' };
}

function scopeOf(result: 'maintenance' | 'unavailable'): MaintenanceScope {
  return result === 'unavailable' ? 'all' : 'mutations';
}

function remembered(apis: readonly string[], api: string): readonly string[] {
  return apis.at(-1) === api ? apis : [...apis.filter((known) => known !== api), api].slice(-REMEMBERED_APIS);
}
