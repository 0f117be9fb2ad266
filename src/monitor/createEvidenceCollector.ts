import type { Platform } from '../platform/platform.ts';
import { isObject, isResponse, readMember } from '../protocol/boundedReader.ts';
import {
  classifyRequest,
  type RequestDescription,
  type RequestKind,
  type RequestRule,
} from '../protocol/classifyRequest.ts';
import { parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';
import { requestUrlOf } from '../protocol/requestUrlOf.ts';
import type { RequestLog, RequestOutcome } from './createRequestLog.ts';
import type { TrustedApis } from './createTrustedApis.ts';
import type { Evidence, Exchanged } from './evidence.ts';
import { withReadLimit, type ObservedAnswer, type RequestObserver } from './observeExchange.ts';
import { isClosedToReads } from './selectors.ts';
import { UNNAMED_API, type MaintenanceState } from './transition.ts';

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
  readonly rules: readonly RequestRule[];
  readonly trustedApis: TrustedApis;
  readonly log: RequestLog;
  readonly getState: () => MaintenanceState;
  readonly record: (evidence: Evidence) => void;
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
  rules,
  trustedApis,
  log,
  getState,
  record,
}: EvidenceCollectorOptions): EvidenceCollector {
  const counted = new WeakSet();

  // A page doesn't know below which path a proxy serves the API.
  const kindOf = (request: RequestDescription): RequestKind =>
    classifyRequest(request, rules, { basePath: '*' });

  function isFirstSight(source: object): boolean {
    if (counted.has(source)) return false;
    counted.add(source);
    return true;
  }

  function observe(describe: () => RequestDescription): (answer?: ObservedAnswer) => void {
    const startedAt = platform.monotonicNow();
    const settle = log.add(() => kindOf(describe()));
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
    { status, source }: ObservedAnswer,
    describe: () => RequestDescription,
    exchanged: Exchanged,
  ): void {
    // Skips most responses before their URL is read: a success proves something only if it can change the state.
    const state = getState();
    if (state.status === 'operational' || !isProcessed(status)) return;
    const request = describe();
    const kind = kindOf(request);
    if (kind !== 'mutation' && (status === 422 || !isClosedToReads(state))) return;
    const api = trustedApis.apiOf(request.url);
    if (api === undefined || !isFirstSight(source)) return;
    record({ type: 'request-processed', kind, api, ...exchanged });
  }

  async function receiveRejection(
    { source, readNotice }: ObservedAnswer,
    request: RequestDescription,
    exchanged: Exchanged,
  ): Promise<RequestOutcome> {
    const api = trustedApis.apiOf(request.url);
    const notice = await readNotice();
    if (notice === undefined) return { status: 'other' };
    if (isFirstSight(source) && api !== undefined) {
      const kind = kindOf(request);
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
        ? withReadLimit(platform, (signal) => readMaintenanceNotice(value, { nowMs, signal }))
        : parseMaintenanceNotice(value, { nowMs }),
      log.rejectionsSince(details.startedAt ?? receivedAt - REPORTED_WITHIN_MS),
    ]);
    const sources = [value, readMember(value, 'response'), readMember(value, 'cause')].filter(isObject);
    const observed = rejections.find(({ source }) => sources.includes(source));
    if (observed) return observed.api !== undefined;
    if (notice === undefined) return false;
    const isNew = sources.map(isFirstSight).every(Boolean);
    if (!isNew || readMember(value, 'blocked') === true) return true;

    const url = details.api ?? requestUrlOf(value);
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
