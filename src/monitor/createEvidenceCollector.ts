import type { Platform } from '../platform/platform.ts';
import { isObject, isResponse, readMember } from '../protocol/boundedReader.ts';
import type { RequestDescription, RequestKind } from '../protocol/requestRules.ts';
import { knownReader, loadReader, readNotice } from '../protocol/lazyReader.ts';
import type { RequestLog, RequestOutcome } from './createRequestLog.ts';
import type { TrustedApis } from './createTrustedApis.ts';
import type { Evidence, Exchanged } from './evidence.ts';
import { withReadLimit, type ObservedAnswer, type RequestObserver } from './observeExchange.ts';
import { UNNAMED_API, type MaintenanceState } from './maintenanceState.ts';
import { isClosedToReads } from './selectors.ts';

/** Details of a reported error that the error may not contain. */
export interface ReportDetails {
  /** Default: `mutation`. */
  readonly kind?: RequestKind;
  /** The base URL of the API that rejected. Default: the API that the error's own URL belongs to. */
  readonly api?: string;
  /** When the request was started, by `monitor.platform.monotonicNow()`. Default: now. */
  readonly startedAt?: number;
}

/** The longest time between a rejection and its report, where the report doesn't say when the request was sent. */
const REPORTED_WITHIN_MS = 10_000;

interface EvidenceCollectorOptions {
  readonly platform: Platform;
  readonly trustedApis: TrustedApis;
  readonly log: RequestLog;
  readonly getState: () => MaintenanceState;
  readonly record: (evidence: Evidence) => void;
  /** Returns a promise until evidence can be recorded and requests classified. */
  readonly ready: () => Promise<unknown> | undefined;
  readonly classify: (request: RequestDescription) => RequestKind;
}

/** The functions that pass evidence to the monitor. */
interface EvidenceCollector {
  readonly observe: RequestObserver['observe'];
  readonly report: (error: unknown, details?: ReportDetails) => Promise<boolean>;
  readonly reportProcessed: (details?: ReportDetails) => void;
}

/** Turns observed requests and reported errors into evidence. Each rejection counts once. */
export function createEvidenceCollector({
  platform,
  trustedApis,
  log,
  getState,
  record,
  ready,
  classify,
}: EvidenceCollectorOptions): EvidenceCollector {
  const counted = new WeakSet();

  function isFirstSight(source: object): boolean {
    if (counted.has(source)) return false;
    counted.add(source);
    return true;
  }

  function observe(describe: () => RequestDescription): (answer?: ObservedAnswer) => void {
    const startedAt = platform.monotonicNow();
    const settle = log.add(() => classify(describe()));
    let isSettled = false;
    return (answer) => {
      if (isSettled) return;
      isSettled = true;
      const receivedAt = platform.monotonicNow();
      if (answer?.status === 503) {
        settle(receiveRejection(answer, describe(), { startedAt, receivedAt }), receivedAt);
        return;
      }
      settle({ status: 'other' }, receivedAt);
      if (answer) receiveSuccess(answer, describe, { startedAt, receivedAt });
    };
  }

  function receiveSuccess(
    { status, source }: Pick<ObservedAnswer, 'status' | 'source'>,
    describe: () => RequestDescription,
    exchanged: Exchanged,
  ): void {
    // Skips most responses before their URL is read: a success proves something only if it can change the state.
    const state = getState();
    if (state.status === 'operational' || !isProcessed(status)) return;
    const loading = ready();
    if (loading) {
      void loading.then(() => receiveSuccess({ status, source }, describe, exchanged));
      return;
    }
    const request = describe();
    const kind = classify(request);
    if (kind !== 'mutation' && (status === 422 || !isClosedToReads(state))) return;
    const api = trustedApis.apiOf(request.url);
    if (api === undefined || !isFirstSight(source)) return;
    record({ type: 'request-processed', kind, api, ...exchanged });
  }

  async function receiveRejection(
    { source, readNotice: readAnswer }: ObservedAnswer,
    request: RequestDescription,
    exchanged: Exchanged,
  ): Promise<RequestOutcome> {
    const api = trustedApis.apiOf(request.url);
    const notice = await readAnswer();
    const loading = ready();
    if (loading) await loading;
    if (notice === undefined) return { status: 'other' };
    if (isFirstSight(source) && api !== undefined) {
      const kind = classify(request);
      record({ type: 'request-rejected', kind, api, notice, ...exchanged, random: platform.random() });
    }
    return { status: 'rejected', notice, api, source };
  }

  async function report(value: unknown, details: ReportDetails = {}): Promise<boolean> {
    const receivedAt = platform.monotonicNow();
    const nowMs = platform.now();
    const { kind = 'mutation', startedAt = receivedAt } = details;
    // Starts now, before the caller reads a Response, and while an observer may still be reading its body.
    const [notice, rejections] = await Promise.all([
      isResponse(value)
        ? withReadLimit(platform, (signal) => readNotice(value, { nowMs, signal }))
        : (knownReader() ?? (await loadReader())).parseMaintenanceNotice(value, { nowMs }),
      log.rejectionsSince(details.startedAt ?? receivedAt - REPORTED_WITHIN_MS),
    ]);
    const loading = ready();
    if (loading) await loading;
    const sources = [value, readMember(value, 'response'), readMember(value, 'cause')].filter(isObject);
    const observed = rejections.find(({ source }) => sources.includes(source));
    if (observed) return observed.api !== undefined;
    if (notice === undefined) return false;
    const isNew = sources.map(isFirstSight).every(Boolean);
    if (!isNew || readMember(value, 'blocked') === true) return true;

    const url = details.api ?? knownReader()?.requestUrlOf(value);
    const api = url === undefined ? undefined : trustedApis.apiOf(url);
    if (details.api === undefined && url !== undefined && api === undefined) return false;
    // A report without a URL belongs to one of the observed rejections, if there are any.
    const same = api === undefined ? rejections : rejections.filter((rejection) => rejection.api === api);
    if (same.length > 0) return same.some((rejection) => rejection.api !== undefined);
    record({
      type: 'request-rejected',
      kind,
      api: api ?? UNNAMED_API,
      notice,
      startedAt,
      receivedAt,
      random: platform.random(),
    });
    return true;
  }

  function reportProcessed({
    kind = 'mutation',
    api,
    startedAt = platform.monotonicNow(),
  }: ReportDetails = {}): void {
    const named = api === undefined ? undefined : trustedApis.apiOf(api);
    record({
      type: 'request-processed',
      kind,
      api: named ?? UNNAMED_API,
      startedAt,
      receivedAt: platform.monotonicNow(),
    });
  }

  return { observe, report, reportProcessed };
}

function isProcessed(status: number): boolean {
  return (status >= 200 && status < 300) || status === 422;
}
