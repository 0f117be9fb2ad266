import { browserPlatform } from '../platform/browserPlatform.ts';
import { reportError } from '../platform/reportError.ts';
import type { Platform } from '../platform/platform.ts';
import { assertRequestRules, type RequestRule } from '../protocol/classifyRequest.ts';
import { createEvidenceCollector, type ReportDetails } from './createEvidenceCollector.ts';
import { createRecovery, type Check } from './createRecovery.ts';
import { createRequestLog, type Tracked } from './createRequestLog.ts';
import { createTrustedApis } from './createTrustedApis.ts';
import type { CheckResult, Evidence } from './evidence.ts';
import { assertState, placeState } from './initialState.ts';
import type { RequestObserver } from './observeExchange.ts';
import { observeFetch } from './observeFetch.ts';
import { completeRecoveryPolicy, type RecoveryPolicy } from './recoveryPolicy.ts';
import { operational, transition, type MaintenanceState } from './transition.ts';

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

export interface MaintenanceMonitor {
  readonly getSnapshot: () => MaintenanceState;
  /** The state that server and first client render agree on. */
  readonly getServerSnapshot: () => MaintenanceState;
  /** Calls back after every change. The service is checked only while somebody is subscribed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** A drop-in `fetch` that notices a maintenance and hands back the untouched `Response`. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Reports what a client threw or returned. Takes any value and never rejects. Resolves with whether it is a
   * maintenance of a trusted API: `false` if the error knows its URL, and that is a third party's.
   *
   * A rejection that was observed counts once. An error without a URL is taken for one of the rejections that were
   * observed since `startedAt`, or in the last ten seconds. A request that the kit did not send (`blocked`) is a
   * maintenance, but is no news.
   */
  readonly report: (error: unknown, details?: ReportDetails) => Promise<boolean>;
  /** Reports that a mutation was processed, for transports that nothing observes. */
  readonly reportProcessed: (details?: ReportDetails) => void;
  /** Observes another transport, as `watchXhr` does. */
  readonly observe: RequestObserver['observe'];
  /** Runs a function and collects what came of the requests that it sends; `guardMutation` decides by it. */
  readonly track: <Result>(run: () => Promise<Result>) => Promise<Tracked<Result>>;
  /**
   * Asks whether the maintenance is over: at once, or `recovery.checkNowEveryMs` after the last check was started.
   * While a check is under way, its answer is this one's too. Resolves with what the check learned, or with
   * `undefined` where nothing was asked: no maintenance is known, or there is no check, so that mutations are let
   * through on trial. `getSnapshot()` has the state then.
   */
  readonly checkNow: () => Promise<CheckResult | undefined>;
  /**
   * Trusts more APIs and asks by another check, until the returned function is called. Takes over `initialState` if
   * the monitor has no state of its own yet: none was given to it, and nothing happened since.
   */
  readonly connect: (connection: {
    readonly apis?: readonly string[];
    readonly check?: Check | undefined;
    readonly initialState?: MaintenanceState | undefined;
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
  const log = createRequestLog();

  function record(evidence: Evidence): void {
    const next = transition(state, evidence, policy);
    if (next !== state) change(next);
  }

  function change(next: MaintenanceState): void {
    state = next;
    recovery.reschedule();
    for (const { notify } of listeners) {
      try {
        notify();
      } catch (error) {
        reportError(error);
      }
    }
  }

  const recovery = createRecovery({
    platform,
    policy,
    getState: () => state,
    getCheck: () => checks.at(-1),
    record,
  });

  const { observe, report, reportProcessed } = createEvidenceCollector({
    platform,
    rules,
    trustedApis,
    log,
    getState: () => state,
    record,
  });

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
    report,
    reportProcessed,
    observe,
    track: log.track,
    checkNow: recovery.checkNow,
    connect({ apis = [], check, initialState: adopted }) {
      assertState(adopted ?? operational);
      if (adopted && adopted.status !== 'operational' && state === operational) {
        change(placeState(adopted, platform.monotonicNow()));
      }
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
