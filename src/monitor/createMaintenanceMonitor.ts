import { browserPlatform } from '../platform/browserPlatform.ts';
import type { Platform } from '../platform/platform.ts';
import {
  assertRequestRules,
  classifyRequest,
  type RequestDescription,
  type RequestKind,
  type RequestRule,
} from '../protocol/classifyRequest.ts';
import { KitError } from '../protocol/KitError.ts';
import { parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';
import { createApiBook } from './createApiBook.ts';
import { createRecovery, type Check } from './createRecovery.ts';
import { observeFetch, type ObservedAnswer, type RequestObserver } from './observeFetch.ts';
import { completeRecoveryPolicy, type RecoveryPolicy } from './recoveryPolicy.ts';
import { transition, UNNAMED_API, type Evidence, type MaintenanceState } from './transition.ts';

export interface MaintenanceMonitorOptions {
  /**
   * Base URLs whose answers are believed, beside the page's own origin: "https://api.example.com/v1". Each is one
   * API: a success below it proves that this API works again.
   */
  readonly apis?: readonly string[];
  /** Rules that come before the built-in ones when a request is classified; the first match wins. */
  readonly rules?: readonly RequestRule[];
  /** Asks whether the maintenance is over. Without one, the next real mutation decides. */
  readonly check?: Check;
  /** How long to wait between checks. */
  readonly recovery?: Partial<RecoveryPolicy>;
  /** The state to begin with, as another monitor's `getSnapshot()` gave it: a server's, for example. */
  readonly initialState?: MaintenanceState;
  /** Clock, timers, random source, page and storage. Default: the browser's. */
  readonly platform?: Platform;
}

/** What is known about a reported error beside the error itself. */
export interface ReportDetails {
  /** Default: `mutation`. */
  readonly kind?: RequestKind;
  /** The base URL of the API that rejected. Left out where it is not known. */
  readonly api?: string;
  /** When the request was started, in milliseconds since the epoch. Default: now. */
  readonly startedAt?: number;
}

export interface MaintenanceMonitor {
  readonly getSnapshot: () => MaintenanceState;
  /** The state that server and first client render agree on. */
  readonly getServerSnapshot: () => MaintenanceState;
  /** Calls back after every change. The service is checked only while somebody is subscribed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** A drop-in `fetch` that notices a maintenance and hands back the untouched `Response`. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Reports what a client threw or returned. Total: any value may be given. Resolves with whether it was a
   * maintenance; what the kit held back itself (`blocked`) is one, but tells nothing new.
   */
  readonly report: (error: unknown, details?: ReportDetails) => Promise<boolean>;
  /** Says that a mutation was carried out, for transports that nothing observes. */
  readonly reportProcessed: (details?: ReportDetails) => void;
  /** Observes another transport, as `watchXhr` does. */
  readonly observe: RequestObserver['observe'];
  /** Asks at once whether it is over. Without a check, mutations are let through on trial. */
  readonly checkNow: () => Promise<MaintenanceState>;
  /** Believes more APIs and asks by another check, until the returned function is called. */
  readonly connect: (connection: {
    readonly apis?: readonly string[];
    readonly check?: Check | undefined;
  }) => () => void;
  readonly platform: Platform;
}

/**
 * Watches what an API can do: evidence in, one `MaintenanceState` out. It knows no React and starts nothing
 * until somebody subscribes.
 *
 * @throws {KitError} MK101 to MK103 for a rule, MK401 for a duration, MK402 for a base URL, MK404 for an
 *   initial state that cannot be used.
 */
export function createMaintenanceMonitor(options: MaintenanceMonitorOptions = {}): MaintenanceMonitor {
  const { rules = [], platform = browserPlatform(), initialState = { status: 'operational' } } = options;
  const policy = completeRecoveryPolicy(options.recovery);
  assertRequestRules(rules);
  assertState(initialState);

  const book = createApiBook(() => platform.href);
  book.add(options.apis ?? []);

  let state = initialState;
  const listeners = new Set<{ readonly notify: () => void }>();
  const checks: Check[] = options.check ? [options.check] : [];
  const counted = new WeakSet();

  function record(evidence: Evidence): void {
    const next = transition(state, evidence, policy);
    if (next === state) return;
    state = next;
    recovery.reschedule();
    for (const { notify } of listeners) notify();
  }

  const recovery = createRecovery({
    platform,
    policy,
    getState: () => state,
    getCheck: () => checks.at(-1),
    record,
  });

  function isFirstSight(source: object): boolean {
    if (counted.has(source)) return false;
    counted.add(source);
    return true;
  }

  function observe(describe: () => RequestDescription): (answer?: ObservedAnswer) => void {
    const startedAt = platform.now();
    let isSettled = false;
    return (answer) => {
      if (answer && !isSettled) receive(describe, startedAt, answer);
      isSettled = true;
    };
  }

  function receive(
    describe: () => RequestDescription,
    startedAt: number,
    { status, source, readNotice }: ObservedAnswer,
  ): void {
    // Nearly every answer ends here: a success while nothing is wrong proves nothing new.
    const mayBeRejection = status === 503;
    if (!mayBeRejection && (state.status === 'operational' || !isProcessed(status))) return;
    const receivedAt = platform.now();
    const request = describe();
    const api = book.apiOf(request);
    if (api === undefined) return;
    // A page does not know below which path a proxy serves the API.
    const kind = classifyRequest(request, rules, { basePath: '*' });
    if (!mayBeRejection) {
      if ((kind !== 'mutation' && status === 422) || !isFirstSight(source)) return;
      record({ type: 'request-processed', kind, api, startedAt, receivedAt });
      return;
    }
    void readNotice().then((notice) => {
      if (notice === undefined || !isFirstSight(source)) return;
      record({
        type: 'request-rejected',
        kind,
        api,
        notice,
        startedAt,
        receivedAt,
        random: platform.random(),
      });
    });
  }

  return {
    getSnapshot: () => state,
    getServerSnapshot: () => initialState,
    subscribe(listener) {
      const entry = { notify: listener };
      listeners.add(entry);
      const stop = recovery.start();
      return () => {
        if (listeners.delete(entry)) stop();
      };
    },
    fetch: observeFetch({ observe, platform }, () => globalThis.fetch),
    async report(error, { kind = 'mutation', api, startedAt = platform.now() } = {}) {
      const receivedAt = platform.now();
      const notice = isResponse(error)
        ? await readMaintenanceNotice(error, { nowMs: receivedAt })
        : parseMaintenanceNotice(error, { nowMs: receivedAt });
      if (notice === undefined) return false;
      // The answer itself may have been seen on its way to the one who reports its error.
      const sources = [error, member(error, 'response'), member(error, 'cause')].filter(isObject);
      const isNew = sources.map(isFirstSight).every(Boolean);
      if (isNew && member(error, 'blocked') !== true) {
        const named = api === undefined ? undefined : book.apiOf({ method: 'POST', url: api });
        record({
          type: 'request-rejected',
          kind,
          api: named ?? UNNAMED_API,
          notice,
          startedAt,
          receivedAt,
          random: platform.random(),
        });
      }
      return true;
    },
    reportProcessed({ kind = 'mutation', api, startedAt = platform.now() } = {}) {
      const named = api === undefined ? undefined : book.apiOf({ method: 'POST', url: api });
      record({
        type: 'request-processed',
        kind,
        api: named ?? UNNAMED_API,
        startedAt,
        receivedAt: platform.now(),
      });
    },
    observe,
    async checkNow() {
      await recovery.checkNow();
      return state;
    },
    connect({ apis = [], check }) {
      const forget = book.add(apis);
      if (check) checks.push(check);
      return () => {
        forget();
        const at = check ? checks.lastIndexOf(check) : -1;
        if (at >= 0) checks.splice(at, 1);
      };
    },
    platform,
  };
}

function isProcessed(status: number): boolean {
  return (status >= 200 && status < 300) || status === 422;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A revoked proxy throws even when it is asked what it is. */
function isResponse(value: unknown): value is Response {
  try {
    return value instanceof Response;
  } catch {
    return false;
  }
}

/** Reads a member of anything: a getter may throw, and a proxy may be revoked. */
function member(value: unknown, name: string): unknown {
  try {
    return isObject(value) ? Reflect.get(value, name) : undefined;
  } catch {
    return undefined;
  }
}

function assertState(value: unknown): asserts value is MaintenanceState {
  const status = member(value, 'status');
  if (status === 'operational') return;
  const isUsable =
    (status === 'maintenance' || status === 'recovering') &&
    ['since', 'attempt', 'noticedAt', 'rejectedAt'].every(
      (name) => typeof member(value, name) === 'number',
    ) &&
    (status === 'recovering' || typeof member(value, 'nextCheckAt') === 'number') &&
    Array.isArray(member(value, 'apis')) &&
    parseMaintenanceNotice(member(value, 'notice')) !== undefined;
  if (isUsable) return;
  throw new KitError(
    'MK404',
    'initialState is not a maintenance state, so nothing can be shown from it: pass what getSnapshot() of a monitor returned, or leave it out.',
  );
}
