import { contractNotice, type MaintenanceNotice } from '../protocol/notice.ts';
import type { Evidence, EvidenceOf, Exchanged } from './evidence.ts';
import { defaultRecoveryPolicy, recoveryDelayMs, type RecoveryPolicy } from './recoveryPolicy.ts';

/** What is rejected: mutations only, or every request (a development instance). */
export type MaintenanceScope = 'mutations' | 'all';

interface UnderMaintenance {
  readonly scope: MaintenanceScope;
  /** The newest notice of the API, with the newest `Retry-After` that it gave in this maintenance. */
  readonly notice: MaintenanceNotice;
  /** When this maintenance was first noticed. */
  readonly since: number;
  /** How often the service was found in maintenance, from 1. */
  readonly attempt: number;
  /** When the newest notice was received. */
  readonly noticedAt: number;
  /** When `notice.retryAfterMs` was received. Left out while the API has given none. */
  readonly retryAfterAt?: number;
  /** When the newest rejection was received, or the newest check that found a maintenance. */
  readonly rejectedAt: number;
  /** The APIs that rejected, newest last. Only a success of one of them is proof. */
  readonly apis: readonly string[];
}

interface Ended {
  /** When the evidence that ended the last maintenance was received. Left out where there was none. */
  readonly endedAt?: number;
}

/**
 * What the service can do now. A plain value: it can be stored, sent and compared. Its times are milliseconds since
 * the epoch as `platform.monotonicNow()` counts them.
 */
export type MaintenanceState =
  | (Ended & { readonly status: 'operational' })
  | (Ended &
      UnderMaintenance & {
        readonly status: 'maintenance';
        /** When the next check is due. */
        readonly nextCheckAt: number;
        /** The shortest that the wait for the next check can be, in milliseconds. */
        readonly floorMs: number;
      })
  | (Ended &
      UnderMaintenance & {
        /** There is no check, so mutations are let through on trial. */
        readonly status: 'recovering';
      });

type StateOf<Status extends MaintenanceState['status']> = Extract<
  MaintenanceState,
  { readonly status: Status }
>;
type Impaired = StateOf<'maintenance' | 'recovering'>;

/** The API of an error that was reported without one. */
export const UNNAMED_API = '';

export const operational: MaintenanceState = { status: 'operational' };

/** More APIs than one application talks to while they are all in maintenance. */
const REMEMBERED_APIS = 8;

/**
 * Returns the state after one piece of evidence: the same object when the evidence changes nothing.
 *
 * A maintenance ends with a mutation that one of the rejecting APIs processed, or with a check. It never ends with a
 * read, a session refresh, a success of another API, another failure, or the answer to a request that was sent before
 * the newest rejection was known. A rejection of a request that was sent before the end of the last maintenance was
 * known changes nothing in any state.
 */
export function transition(
  state: MaintenanceState,
  evidence: Evidence,
  policy: RecoveryPolicy = defaultRecoveryPolicy,
): MaintenanceState {
  switch (evidence.type) {
    case 'request-rejected':
      if (isStaleRejection(state, evidence)) return state;
      return state.status === 'operational'
        ? entered(state, evidence, policy)
        : rejectedAgain(state, evidence, policy);
    case 'request-processed':
      return state.status === 'operational' || !isProof(state, evidence) ? state : processed(state, evidence);
    case 'service-checked':
      if (evidence.result === 'operational') {
        return state.status === 'operational' || isStaleSuccess(state, evidence) ? state : ended(evidence);
      }
      return isStaleRejection(state, evidence) ? state : foundClosed(state, evidence, policy);
    case 'trial-opened':
      return state.status === 'maintenance' ? onTrial(state) : state;
  }
}

/** Sent before the end of the last maintenance was known: it says nothing about the time after that. */
function isStaleRejection({ endedAt = -Infinity }: Ended, { startedAt }: Exchanged): boolean {
  return startedAt < endedAt;
}

/** Sent before the newest rejection was known: the two crossed on the wire, or met nodes that switch one by one. */
function isStaleSuccess({ rejectedAt }: Impaired, { startedAt }: Exchanged): boolean {
  return startedAt < rejectedAt;
}

function isProof(state: Impaired, evidence: EvidenceOf<'request-processed'>): boolean {
  if (isStaleSuccess(state, evidence)) return false;
  // On trial for an API without a name, the next mutation decides, whichever API it was for.
  return (
    state.apis.includes(evidence.api) || (state.status === 'recovering' && state.apis.includes(UNNAMED_API))
  );
}

function ended({ receivedAt }: Exchanged): MaintenanceState {
  return { status: 'operational', endedAt: receivedAt };
}

type Rejection = Omit<EvidenceOf<'request-rejected'>, 'type'>;

function entered(state: Ended, rejection: Rejection, policy: RecoveryPolicy): MaintenanceState {
  const { kind, api, notice, receivedAt } = rejection;
  return {
    ...state,
    status: 'maintenance',
    scope: kind === 'mutation' ? 'mutations' : 'all',
    notice,
    since: receivedAt,
    attempt: 1,
    noticedAt: receivedAt,
    ...(notice.retryAfterMs !== undefined && { retryAfterAt: receivedAt }),
    rejectedAt: receivedAt,
    apis: [api],
    ...wait({ notice, attempt: 1 }, rejection, policy),
  };
}

function rejectedAgain(state: Impaired, rejection: Rejection, policy: RecoveryPolicy): MaintenanceState {
  const { kind, api, startedAt, receivedAt } = rejection;
  const known = {
    ...state,
    ...heard(state, rejection),
    scope: kind === 'mutation' ? state.scope : 'all',
    // A burst of requests that were all on their way meets one maintenance, not ten.
    attempt: startedAt >= state.rejectedAt ? state.attempt + 1 : state.attempt,
    rejectedAt: Math.max(state.rejectedAt, receivedAt),
    apis: remembered(state.apis, api),
  } as const;
  if (known.status === 'maintenance' && !asksForLonger(known, state.notice, rejection)) return known;
  return { ...known, status: 'maintenance', ...wait(known, rejection, policy) };
}

/** The newest notice, and the newest `Retry-After`: neither is forgotten for a newer answer without it. */
function heard(
  state: Impaired,
  { notice, receivedAt }: Rejection,
): Pick<Impaired, 'notice' | 'noticedAt' | 'retryAfterAt'> {
  const { retryAfterMs: _before, ...newest } = receivedAt >= state.noticedAt ? notice : state.notice;
  const isNewestWait = notice.retryAfterMs !== undefined && receivedAt >= (state.retryAfterAt ?? -Infinity);
  const retryAfterMs = isNewestWait ? notice.retryAfterMs : state.notice.retryAfterMs;
  const retryAfterAt = isNewestWait ? receivedAt : state.retryAfterAt;
  return {
    notice: { ...newest, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    noticedAt: Math.max(state.noticedAt, receivedAt),
    ...(retryAfterAt !== undefined && { retryAfterAt }),
  };
}

/**
 * Whether a rejection begins the running wait again: with the first `Retry-After` of a maintenance, which replaces the
 * default floor, and with one that is longer than the floor. Any other would put the check off for ever where requests
 * are rejected all the time.
 */
function asksForLonger(
  { floorMs, retryAfterAt }: StateOf<'maintenance'>,
  before: MaintenanceNotice,
  { notice, receivedAt }: Rejection,
): boolean {
  if (notice.retryAfterMs === undefined || retryAfterAt !== receivedAt) return false;
  return before.retryAfterMs === undefined || notice.retryAfterMs > floorMs;
}

function processed(state: Impaired, evidence: EvidenceOf<'request-processed'>): MaintenanceState {
  if (evidence.kind === 'mutation') return ended(evidence);
  return state.status === 'maintenance' && state.scope === 'all' ? { ...state, scope: 'mutations' } : state;
}

/** After a check that did not find the service operational. */
function foundClosed(
  state: MaintenanceState,
  evidence: EvidenceOf<'service-checked'>,
  policy: RecoveryPolicy,
): MaintenanceState {
  const { result, receivedAt } = evidence;
  if (state.status === 'operational') {
    const kind = result === 'unavailable' ? 'read' : 'mutation';
    return result === 'unanswered'
      ? state
      : entered(state, { ...evidence, kind, api: UNNAMED_API, notice: contractNotice }, policy);
  }
  if (result === 'unanswered' && state.status === 'recovering') return state;
  const known = {
    ...state,
    ...(result !== 'unanswered' && {
      scope: scopeAfter(state, evidence),
      rejectedAt: Math.max(state.rejectedAt, receivedAt),
    }),
    attempt: state.attempt + 1,
  } as const;
  // A check that the user asks for leaves the next one where it is: it would go far away after a long Retry-After.
  const isEarly = known.status === 'maintenance' && receivedAt + policy.checkNowEveryMs < known.nextCheckAt;
  if (isEarly) return known;
  return { ...known, status: 'maintenance', ...wait(known, evidence, policy) };
}

/** A check that says `maintenance` says that reads are served: a success, which can be stale. */
function scopeAfter(state: Impaired, evidence: EvidenceOf<'service-checked'>): MaintenanceScope {
  if (evidence.result === 'unavailable') return 'all';
  return isStaleSuccess(state, evidence) ? state.scope : 'mutations';
}

function onTrial({ nextCheckAt: _due, floorMs: _floor, ...rest }: StateOf<'maintenance'>): MaintenanceState {
  return { ...rest, status: 'recovering' };
}

/** A wait begins with an answer. Its floor is the newest `Retry-After`, for as long as the API gives no newer one. */
function wait(
  { notice, attempt }: Pick<UnderMaintenance, 'notice' | 'attempt'>,
  { receivedAt, random }: { readonly receivedAt: number; readonly random: number },
  policy: RecoveryPolicy,
): Pick<StateOf<'maintenance'>, 'floorMs' | 'nextCheckAt'> {
  const floorMs = notice.retryAfterMs ?? policy.floorMs;
  return { floorMs, nextCheckAt: receivedAt + recoveryDelayMs({ attempt, floorMs, random }, policy) };
}

function remembered(apis: readonly string[], api: string): readonly string[] {
  return apis.at(-1) === api ? apis : [...apis.filter((known) => known !== api), api].slice(-REMEMBERED_APIS);
}
