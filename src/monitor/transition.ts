// Over 200 lines: the whole rule of the state machine, which is read and tested as one.
import { contractNotice, type MaintenanceNotice } from '../protocol/notice.ts';
import type { Evidence, EvidenceOf, Exchanged } from './evidence.ts';
import { UNNAMED_API, type Ended, type MaintenanceScope, type MaintenanceState } from './maintenanceState.ts';
import { defaultRecoveryPolicy, recoveryDelayMs, type RecoveryPolicy } from './recoveryPolicy.ts';

type StateOf<Status extends MaintenanceState['status']> = Extract<
  MaintenanceState,
  { readonly status: Status }
>;
type Impaired = StateOf<'maintenance' | 'recovering'>;

/** Larger than the number of APIs of one application that are in maintenance together. */
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
      return isStaleRejection(state, evidence) ? state : foundMaintenance(state, evidence, policy);
    case 'trial-opened':
      return state.status === 'maintenance' ? onTrial(state) : state;
  }
}

/**
 * Returns whether the rejected request was sent before the end of the last maintenance was known. Such a rejection says
 * nothing about the time after that.
 */
function isStaleRejection({ endedAt = -Infinity }: Ended, { startedAt }: Exchanged): boolean {
  return startedAt < endedAt;
}

/**
 * Returns whether the request was sent before the newest rejection was known: the two crossed on the wire, or reached
 * nodes that switch one by one.
 */
function isStaleSuccess({ rejectedAt }: Impaired, { startedAt }: Exchanged): boolean {
  return startedAt < rejectedAt;
}

function isProof(state: Impaired, evidence: EvidenceOf<'request-processed'>): boolean {
  if (isStaleSuccess(state, evidence)) return false;
  // If the API is unnamed, the next mutation decides, whichever API it calls.
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
    ...wait(notice, rejection, policy),
  };
}

function rejectedAgain(state: Impaired, rejection: Rejection, policy: RecoveryPolicy): MaintenanceState {
  const { kind, api, startedAt, receivedAt, isAnnouncement } = rejection;
  const known = {
    ...state,
    ...mergeNotice(state, rejection),
    scope: kind === 'mutation' ? state.scope : 'all',
    // Requests that were in flight together meet one maintenance, not ten. Reads that say it is on meet none.
    attempt: startedAt >= state.rejectedAt && !isAnnouncement ? state.attempt + 1 : state.attempt,
    rejectedAt: Math.max(state.rejectedAt, receivedAt),
    apis: remembered(state.apis, api),
  } as const;
  if (known.status === 'maintenance' && !asksForLonger(known, state.notice, rejection)) return known;
  return { ...known, status: 'maintenance', ...wait(known.notice, rejection, policy) };
}

/**
 * Merges the newest notice with the newest `Retry-After`: a newer answer without one keeps it. An announcement has no
 * texts.
 */
function mergeNotice(
  state: Impaired,
  { notice, receivedAt, isAnnouncement }: Rejection,
): Pick<Impaired, 'notice' | 'noticedAt' | 'retryAfterAt'> {
  const { retryAfterMs: _before, ...newest } =
    receivedAt >= state.noticedAt && !isAnnouncement ? notice : state.notice;
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
 * Returns whether a rejection restarts the current wait: with the first `Retry-After` of a maintenance, which replaces
 * the default floor, or with one that is longer than the floor. Any other restart would postpone the check forever
 * while requests are rejected all the time.
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

/** Returns the state after a check that didn't find the service operational. */
function foundMaintenance(
  state: MaintenanceState,
  evidence: EvidenceOf<'service-checked'>,
  policy: RecoveryPolicy,
): MaintenanceState {
  const { result, receivedAt, retryAfterMs } = evidence;
  const kind = result === 'unavailable' ? 'read' : 'mutation';
  const rejection = {
    ...evidence,
    kind,
    api: UNNAMED_API,
    notice: {
      ...(state.status === 'operational' ? contractNotice : state.notice),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  } as const;
  if (state.status === 'operational') {
    return result === 'unanswered' ? state : entered(state, rejection, policy);
  }
  if (result === 'unanswered' && state.status === 'recovering') return state;
  const known = {
    ...state,
    ...(retryAfterMs !== undefined && mergeNotice(state, rejection)),
    ...(result !== 'unanswered' && {
      scope: scopeAfter(state, evidence),
      rejectedAt: Math.max(state.rejectedAt, receivedAt),
    }),
    attempt: state.attempt + 1,
  } as const;
  // A check that the user starts doesn't move the next one, which a long `Retry-After` would push far away.
  const isEarly = known.status === 'maintenance' && receivedAt + policy.checkNowEveryMs < known.nextCheckAt;
  if (isEarly && !asksForLonger(known, state.notice, rejection)) return known;
  return { ...known, status: 'maintenance', ...wait(known.notice, evidence, policy) };
}

/** Returns the scope after a check. `maintenance` means that reads are served: a success, which can be stale. */
function scopeAfter(state: Impaired, evidence: EvidenceOf<'service-checked'>): MaintenanceScope {
  if (evidence.result === 'unavailable') return 'all';
  return isStaleSuccess(state, evidence) ? state.scope : 'mutations';
}

function onTrial({ nextCheckAt: _due, floorMs: _floor, ...rest }: StateOf<'maintenance'>): MaintenanceState {
  return { ...rest, status: 'recovering' };
}

/** Returns a wait that begins with an answer. Its floor is the newest `Retry-After`, until the API sends another. */
function wait(
  { retryAfterMs }: MaintenanceNotice,
  { receivedAt, random }: { readonly receivedAt: number; readonly random: number },
  policy: RecoveryPolicy,
): Pick<StateOf<'maintenance'>, 'floorMs' | 'nextCheckAt'> {
  const floorMs = retryAfterMs ?? policy.floorMs;
  return { floorMs, nextCheckAt: receivedAt + recoveryDelayMs({ floorMs, random }, policy) };
}

function remembered(apis: readonly string[], api: string): readonly string[] {
  return apis.at(-1) === api ? apis : [...apis.filter((known) => known !== api), api].slice(-REMEMBERED_APIS);
}
