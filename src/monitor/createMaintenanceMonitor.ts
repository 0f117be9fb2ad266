import { browserPlatform } from '../platform/browserPlatform.ts';
import type { Platform } from '../platform/platform.ts';
import {
  assertRequestRules,
  classifyRequest,
  type RequestDescription,
  type RequestKind,
  type RequestRule,
} from '../protocol/classifyRequest.ts';
import { parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';
import { createRecovery, type Check } from './createRecovery.ts';
import { createTrustedApis } from './createTrustedApis.ts';
import type { CheckResult, Evidence } from './evidence.ts';
import { assertState, placeState } from './initialState.ts';
import type { ObservedAnswer, RequestObserver } from './observeExchange.ts';
import { observeFetch } from './observeFetch.ts';
import { completeRecoveryPolicy, type RecoveryPolicy } from './recoveryPolicy.ts';
import { operational, transition, UNNAMED_API, type MaintenanceState } from './transition.ts';

export interface MaintenanceMonitorOptions {
  /**
   * Base URLs whose answers are trusted, beside the page's own origin: "https://api.example.com/v1". Each is one API:
   * a success below it proves that this API works again. The rest of the page's origin is one API too, so name those
   * services behind it that can be in maintenance on their own: "/api", "/auth".
   */
  readonly apis?: readonly string[];
  /** Rules that come before the built-in ones when a request is classified; the first match wins. */
  readonly rules?: readonly RequestRule[];
  /** Asks whether the maintenance is over. Without one, the next real mutation decides. */
  readonly check?: Check;
  /** How long to wait between checks. */
  readonly recovery?: Partial<RecoveryPolicy>;
  /**
   * The state to begin with, as another monitor's `getSnapshot()` gave it: a server's, for example. Where it comes from
   * a clock that is ahead, its times are moved back to now.
   */
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
  /** When the request was started, as `monitor.platform.monotonicNow()` gives it. Default: now. */
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
  /**
   * Asks whether the maintenance is over: at once, or `recovery.checkNowEveryMs` after the last check was started.
   * While a check is under way, its answer is this one's too. Resolves with what the check learned, or with
   * `undefined` where nothing was asked: no maintenance is known, or there is no check, so that mutations are let
   * through on trial. `getSnapshot()` has the state then.
   */
  readonly checkNow: () => Promise<CheckResult | undefined>;
  /** Trusts more APIs and asks by another check, until the returned function is called. */
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
  const { rules = [], platform = browserPlatform(), initialState = operational } = options;
  const policy = completeRecoveryPolicy(options.recovery);
  assertRequestRules(rules);
  assertState(initialState);

  const trustedApis = createTrustedApis(() => platform.href);
  trustedApis.add(options.apis ?? []);

  let state = placeState(initialState, platform.monotonicNow());
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
    const startedAt = platform.monotonicNow();
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
    const receivedAt = platform.monotonicNow();
    const request = describe();
    const api = trustedApis.apiOf(request.url);
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
    async report(error, { kind = 'mutation', api, startedAt = platform.monotonicNow() } = {}) {
      const receivedAt = platform.monotonicNow();
      const nowMs = platform.now();
      const notice = isResponse(error)
        ? await readMaintenanceNotice(error, { nowMs })
        : parseMaintenanceNotice(error, { nowMs });
      if (notice === undefined) return false;
      // The answer itself may have been seen on its way to the one who reports its error.
      const sources = [error, member(error, 'response'), member(error, 'cause')].filter(isObject);
      const isNew = sources.map(isFirstSight).every(Boolean);
      if (isNew && member(error, 'blocked') !== true) {
        const named = api === undefined ? undefined : trustedApis.apiOf(api);
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
    reportProcessed({ kind = 'mutation', api, startedAt = platform.monotonicNow() } = {}) {
      const named = api === undefined ? undefined : trustedApis.apiOf(api);
      record({
        type: 'request-processed',
        kind,
        api: named ?? UNNAMED_API,
        startedAt,
        receivedAt: platform.monotonicNow(),
      });
    },
    observe,
    checkNow: recovery.checkNow,
    connect({ apis = [], check }) {
      const forget = trustedApis.add(apis);
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
