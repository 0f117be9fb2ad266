// Over 200 lines: the options and methods are documented here, and the functions share one state.
import { browserPlatform } from '../platform/browserPlatform.ts';
import { runIsolated } from '../platform/runIsolated.ts';
import type { Platform } from '../platform/platform.ts';
import { whenIdle } from '../platform/whenIdle.ts';
import type { Dialect } from '../protocol/dialect.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import { inDevelopment } from '../protocol/KitError.ts';
import { assertRequestRules, type RequestRule } from '../protocol/requestRules.ts';
import { createEvidenceCollector, type ReportDetails } from './createEvidenceCollector.ts';
import type { Check } from './createAsk.ts';
import type { Recovery, StatusDetails } from './createRecovery.ts';
import { createRequestLog, type Tracked } from './createRequestLog.ts';
import { createTrustedApis } from './createTrustedApis.ts';
import type { CheckResult, Evidence } from './evidence.ts';
import { assertState, placeState } from './initialState.ts';
import type { RequestObserver } from './observeExchange.ts';
import { knownEngine, loadEngine } from './lazyEngine.ts';
import { observeFetch } from './observeFetch.ts';
import { completeRecoveryPolicy, type RecoveryPolicy } from './recoveryPolicy.ts';
import type { StateSharing } from './shareState.ts';
import { peekSharedState, readSharedText } from './sharedText.ts';
import { plainEngine, type Engine } from './plainEngine.ts';
import { operational, type MaintenanceState } from './maintenanceState.ts';

export interface MaintenanceMonitorOptions {
  /**
   * Base URLs of trusted APIs, in addition to the page's own origin: "https://api.example.com/v1". Each is one API: a
   * success below it proves that this API works again. The rest of the page's origin is one API too, so list the
   * services behind it that enter maintenance independently: "/api", "/auth".
   */
  readonly apis?: readonly string[];
  /** Rules that are tried before the built-in ones when a request is classified. The first match wins. */
  readonly rules?: readonly RequestRule[];
  /** Checks whether the maintenance is over. Default: the check of a dialect. Without one, the next real mutation decides. */
  readonly check?: Check | undefined;
  /**
   * Other words in which your APIs announce a maintenance, for example `discourse()` of `maintenance-kit/dialects`. The
   * first one that recognizes an answer counts. The contract is always understood, and comes first. Default: none.
   */
  readonly dialects?: readonly Dialect[] | undefined;
  /**
   * Runs `check` once when the page has loaded and is idle, so that a maintenance is known before the first mutation. The
   * tabs of a browser run it at most once a minute. Costs a request for each load, so let a cache answer it. Default:
   * true.
   */
  readonly checkOnLoad?: boolean;
  /** How long to wait between checks. */
  readonly recovery?: Partial<RecoveryPolicy>;
  /**
   * The initial state, taken from another monitor's `getSnapshot()`, for example on a server. If its clock is ahead,
   * its times are moved back to now.
   */
  readonly initialState?: MaintenanceState;
  /**
   * Shares the state with the browser's other tabs through `localStorage`, and keeps it over a reload. It expires ten
   * minutes after its next check was due. Default: true.
   */
  readonly shared?: boolean;
  /** Clock, timers, random source, page and storage. Default: the browser's. */
  readonly platform?: Platform;
}

export interface MaintenanceMonitor {
  readonly getSnapshot: () => MaintenanceState;
  /** Returns the state that the server render and the first client render share. */
  readonly getServerSnapshot: () => MaintenanceState;
  /** Calls `listener` after every change. The service is checked only while there is a subscriber. */
  readonly subscribe: (listener: () => void) => () => void;
  /** A drop-in `fetch` that detects a maintenance and returns the untouched `Response`. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Reports what a client threw or returned. Takes any value and never rejects. Resolves to whether it is a maintenance
   * of a trusted API: `false` if the error's own URL is a third party's.
   *
   * A rejection that was observed counts once. An error without a URL counts as one of the rejections that were
   * observed since `startedAt`, or in the last ten seconds. A request that the kit didn't send (`blocked`) resolves to
   * `true`, but is no new evidence.
   */
  readonly report: (error: unknown, details?: ReportDetails) => Promise<boolean>;
  /** Reports that a mutation was processed, for transports that no observer watches. */
  readonly reportProcessed: (details?: ReportDetails) => void;
  /** Reports what a server said about its service without being asked, as a pushed event does. Counts as a check. */
  readonly reportStatus: (status: ServiceCheck, details?: StatusDetails) => Promise<void>;
  /** Observes another transport, as `watchXhr` does. */
  readonly observe: RequestObserver['observe'];
  /** Runs a function and collects the outcomes of the requests that it sends. `guardMutation` uses it. */
  readonly track: <Result>(run: () => Promise<Result>) => Promise<Tracked<Result>>;
  /**
   * Checks whether the maintenance is over: immediately, or `recovery.checkNowEveryMs` after the last check started.
   * Shares a check that is in progress. Resolves to what the check learned, or to `undefined` if it sent no check: no
   * maintenance is known, or there is no check and mutations are let through on trial. Read the resulting state from
   * `getSnapshot()`.
   */
  readonly checkNow: () => Promise<CheckResult | undefined>;
  /**
   * Trusts more APIs, understands more dialects and uses another check until the returned function is called. Adopts `initialState` if the monitor
   * has no state yet: it was given none, and received no evidence.
   */
  readonly connect: (connection: {
    readonly apis?: readonly string[];
    readonly check?: Check | undefined;
    readonly dialects?: readonly Dialect[] | undefined;
    readonly initialState?: MaintenanceState | undefined;
  }) => () => void;
  readonly platform: Platform;
}

/**
 * Creates a monitor, which turns evidence about an API into one `MaintenanceState`. It doesn't depend on React and
 * starts nothing before its first subscriber.
 *
 * @throws {KitError} MK101 to MK103 for a rule, MK401 for a duration, MK402 for a base URL, MK404 for an initial state
 *   that cannot be used.
 */
export function createMaintenanceMonitor(options: MaintenanceMonitorOptions = {}): MaintenanceMonitor {
  const { rules = [], platform = browserPlatform(), initialState = operational, shared = true } = options;
  const policy = completeRecoveryPolicy(options.recovery);
  inDevelopment(() => assertRequestRules(rules));
  assertState(initialState);

  const trustedApis = createTrustedApis(() => platform.href);
  trustedApis.add(options.apis ?? []);

  const createdAt = platform.monotonicNow();
  const placed = placeState(initialState, createdAt);
  const isTrusted = (api: string): boolean => trustedApis.apiOf(api) === api;
  // A server that says what it knows is newer.
  const peeked = shared && initialState === operational ? peekSharedState(platform, isTrusted) : undefined;
  let state = peeked ?? placed;
  const listeners = new Set<{ readonly notify: () => void }>();
  const connections = new Set<Pick<MaintenanceMonitorOptions, 'check' | 'dialects'>>([options]);
  const listDialects = (): readonly Dialect[] => [...connections].flatMap(({ dialects: own = [] }) => own);
  let dialects = listDialects();
  const log = createRequestLog(ready);
  let engine: Engine | undefined;
  let recovery: Recovery | undefined;
  let stopRecovery: (() => void) | undefined;
  let sharing: StateSharing | undefined;

  /** Returns a promise until the engine's code is loaded. */
  function ready(): Promise<unknown> | undefined {
    const known = knownEngine();
    if (known && engine !== known) run(known);
    if (engine) {
      if (engine === plainEngine) void loadEngine();
      return undefined;
    }
    return loadAndRun();
  }

  async function loadAndRun(): Promise<void> {
    const loaded = await loadEngine();
    if (!engine) run(loaded);
  }

  function run(next: Engine): void {
    engine = next;
    stopRecovery?.();
    sharing = shared ? next.shareState?.(platform, isTrusted) : undefined;
    recovery = next.createRecovery({
      platform,
      policy,
      getState: () => state,
      getCheck: () => [...dialects, ...connections].findLast(({ check }) => check)?.check,
      otherTabs: sharing && { ...sharing, read: readShared },
      checkOnLoad: options.checkOnLoad !== false,
      record,
    });
    stopRecovery = listeners.size > 0 ? recovery.start() : undefined;
    adopt(state === peeked ? placed : state);
  }

  /** Adopts a state, or what the browser remembers if that is newer, and draws the delay of the first check. */
  function adopt(initial: MaintenanceState): void {
    change(engine?.restoreState?.(initial, sharing, { platform, policy }) ?? initial);
  }

  function record(evidence: Evidence): void {
    const next = engine?.transition(state, evidence, policy) ?? state;
    if (next === state) return;
    change(next);
    sharing?.write({ state, ...('startedAt' in evidence && { startedAt: evidence.startedAt }) });
  }

  /** Adopts what another tab knows better. */
  function readShared(): void {
    change(sharing?.read(state) ?? state);
  }

  function change(next: MaintenanceState): void {
    if (next === state) return;
    state = next;
    recovery?.reschedule();
    for (const { notify } of listeners) runIsolated(notify);
  }

  const { observe, report, reportProcessed } = createEvidenceCollector({
    platform,
    trustedApis,
    log,
    getState: () => state,
    record,
    ready,
    classify: (request) =>
      // A page doesn't know below which path a proxy serves the API.
      engine?.classifyRequest(request, [...rules, ...dialects.flatMap((dialect) => dialect.rules)], {
        basePath: '*',
      }) ?? 'mutation',
    judgeReport: (given) => (engine ?? plainEngine).judgeReport(given),
    getDialects: () => dialects,
  });
  const isKnown = state.status !== 'operational' || (shared && readSharedText(platform) !== null);
  if (isKnown || knownEngine()) void ready();

  return {
    getSnapshot: () => state,
    getServerSnapshot: () => initialState,
    subscribe(listener) {
      const entry = { notify: listener };
      if (listeners.size === 0 && !knownEngine()) whenIdle(ready);
      listeners.add(entry);
      stopRecovery ??= recovery?.start();
      return () => {
        listeners.delete(entry);
        if (listeners.size > 0) return;
        stopRecovery?.();
        stopRecovery = undefined;
      };
    },
    fetch: observeFetch({ observe, platform }, () => globalThis.fetch),
    report,
    reportProcessed,
    async reportStatus(...reported) {
      await ready();
      recovery?.reportStatus?.(...reported);
    },
    observe,
    track: log.track,
    async checkNow() {
      await ready();
      return recovery?.checkNow();
    },
    connect({ apis = [], initialState: adopted = operational, ...connection }) {
      assertState(adopted);
      if (adopted !== operational && state === operational) {
        // Before the components mount: a later end would be news to them.
        adopt(placeState(adopted, createdAt));
        if (state.status !== 'operational') void ready();
      }
      const forget = trustedApis.add(apis);
      connections.add(connection);
      dialects = listDialects();
      return () => {
        forget();
        connections.delete(connection);
        dialects = listDialects();
      };
    },
    platform,
  };
}
