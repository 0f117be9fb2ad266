import type { RequestDescription, RequestKind, RequestRule } from '../protocol/requestRules.ts';
import type { createRecovery as createFullRecovery, Recovery, RecoveryOptions } from './createRecovery.ts';
import type { Evidence } from './evidence.ts';
import type { MaintenanceState } from './maintenanceState.ts';
import type { restoreState } from './restoreState.ts';
import type { shareState } from './shareState.ts';
import type { judgeReport } from './judgeReport.ts';
import { recoveryDelayMs, type RecoveryPolicy } from './recoveryPolicy.ts';

/** The rules and effects of a maintenance. */
export interface Engine {
  readonly classifyRequest: (
    request: RequestDescription,
    rules: readonly RequestRule[],
    options: { readonly basePath: string },
  ) => RequestKind;
  readonly createRecovery: typeof createFullRecovery;
  readonly judgeReport: typeof judgeReport;
  /** Absent where the tabs share nothing. */
  readonly shareState?: typeof shareState;
  /** Absent where the page keeps its initial state. */
  readonly restoreState?: typeof restoreState;
  readonly transition: (
    state: MaintenanceState,
    evidence: Evidence,
    policy: RecoveryPolicy,
  ) => MaintenanceState;
}

/*
 * The engine for a page whose own code can't be loaded during a maintenance: it blocks mutations from the first
 * rejection until a check or a mutation succeeds, and knows none of the finer rules.
 */

function transition(state: MaintenanceState, evidence: Evidence, policy: RecoveryPolicy): MaintenanceState {
  if (evidence.type === 'trial-opened') {
    return state.status === 'maintenance' ? { ...state, status: 'recovering' } : state;
  }
  const { type, startedAt, receivedAt } = evidence;
  if (type === 'request-rejected') {
    if (state.status === 'maintenance' || startedAt < (state.endedAt ?? -Infinity)) return state;
    const { kind, api, notice, random } = evidence;
    const floorMs = notice.retryAfterMs ?? policy.floorMs;
    return {
      status: 'maintenance',
      scope: kind === 'mutation' ? 'mutations' : 'all',
      notice,
      since: receivedAt,
      attempt: 1,
      noticedAt: receivedAt,
      rejectedAt: receivedAt,
      apis: [api],
      floorMs,
      nextCheckAt: receivedAt + recoveryDelayMs({ floorMs, random }, policy),
    };
  }
  if (state.status === 'operational' || startedAt < state.rejectedAt) return state;
  const isOver =
    type === 'service-checked' ? evidence.result === 'operational' : evidence.kind === 'mutation';
  if (isOver) return { status: 'operational', endedAt: receivedAt };
  if (type !== 'service-checked' || state.status !== 'maintenance') return state;
  const { floorMs, attempt } = state;
  const nextCheckAt = receivedAt + recoveryDelayMs({ floorMs, random: evidence.random }, policy);
  return { ...state, attempt: attempt + 1, nextCheckAt };
}

function createRecovery({ platform, policy, getState, getCheck, record }: RecoveryOptions): Recovery {
  let cancel = (): void => {};

  function reschedule(): void {
    cancel();
    const state = getState();
    if (state.status !== 'maintenance') return;
    cancel = platform.setTimer(
      () => void checkNow(),
      Math.max(0, state.nextCheckAt - platform.monotonicNow()),
    );
  }

  async function checkNow(): ReturnType<Recovery['checkNow']> {
    const check = getCheck();
    if (getState().status !== 'maintenance') return undefined;
    if (!check) {
      record({ type: 'trial-opened' });
      return undefined;
    }
    const startedAt = platform.monotonicNow();
    const signal = AbortSignal.timeout(policy.checkTimeoutMs);
    const result = (await check({ signal }).catch(() => undefined)) ?? 'unanswered';
    const receivedAt = platform.monotonicNow();
    record({ type: 'service-checked', result, startedAt, receivedAt, random: platform.random() });
    return result;
  }

  return {
    start() {
      reschedule();
      return () => cancel();
    },
    reschedule,
    checkNow,
  };
}

function classifyRequest({ method }: { readonly method: string }): RequestKind {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase()) ? 'read' : 'mutation';
}

export const plainEngine: Engine = {
  transition,
  createRecovery,
  judgeReport: ({ notice }) => notice !== undefined && '',
  classifyRequest,
};
