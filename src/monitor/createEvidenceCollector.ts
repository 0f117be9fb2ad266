import type { Platform } from '../platform/platform.ts';
import { isResponse } from '../protocol/boundedReader.ts';
import type { Dialect, DialectReading } from '../protocol/dialect.ts';
import type { RequestDescription, RequestKind } from '../protocol/requestRules.ts';
import { loadReader, readNotice } from '../protocol/lazyReader.ts';
import type { RequestLog, RequestOutcome } from './createRequestLog.ts';
import type { TrustedApis } from './createTrustedApis.ts';
import type { Evidence, Exchanged } from './evidence.ts';
import { withReadLimit, type RequestObserver, type ObservedAnswer } from './observeExchange.ts';
import type { judgeReport as judgeFullReport } from './judgeReport.ts';
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

const other: RequestOutcome = { status: 'other' };

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
  readonly judgeReport: typeof judgeFullReport;
  readonly getDialects: () => readonly Dialect[];
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
  judgeReport,
  getDialects,
}: EvidenceCollectorOptions): EvidenceCollector {
  const counted = new WeakSet();

  function isFirstSight(source: object): boolean {
    if (counted.has(source)) return false;
    counted.add(source);
    return true;
  }

  /** Returns the answer in the words of the contract. */
  function translate(answer: DialectReading, request?: () => RequestDescription): DialectReading {
    return getDialects().reduce((said, { read }) => read(said, platform, trustedApis.apiOf, request), answer);
  }

  function observe(describe: () => RequestDescription): (answer?: ObservedAnswer) => void {
    const startedAt = platform.monotonicNow();
    const settle = log.add(() => classify(describe()));
    let isSettled = false;
    return (received) => {
      if (isSettled) return;
      isSettled = true;
      const answer = received && translate(received, describe);
      if (answer?.status === 503) {
        const receivedAt = platform.monotonicNow();
        const rejection = receiveRejection(answer, describe(), { startedAt, receivedAt });
        settle(answer.isAnnouncement ? other : rejection, receivedAt);
      } else {
        settle(other);
        // A success proves something only if it can change the state, which is rare.
        if (answer && getState().status !== 'operational') void receiveSuccess(answer, describe, startedAt);
      }
    };
  }

  async function receiveSuccess(
    { status, source, kind: known }: DialectReading,
    describe: () => RequestDescription,
    startedAt: number,
  ): Promise<void> {
    if (!isProcessed(status)) return;
    const receivedAt = platform.monotonicNow();
    const loading = ready();
    if (loading) await loading;
    const request = describe();
    const kind = known ?? classify(request);
    if (kind !== 'mutation' && (status === 422 || !isClosedToReads(getState()))) return;
    const api = trustedApis.apiOf(request.url);
    if (api === undefined || !isFirstSight(source)) return;
    record({ type: 'request-processed', kind, api, startedAt, receivedAt });
  }

  async function receiveRejection(
    answer: DialectReading,
    request: RequestDescription,
    exchanged: Exchanged,
  ): Promise<RequestOutcome> {
    const api = trustedApis.apiOf(request.url);
    const notice = await answer.readNotice();
    await ready();
    if (notice === undefined) return other;
    const { source, isAnnouncement, httpStatus = 503 } = answer;
    if (isFirstSight(source) && api !== undefined) {
      record({
        type: 'request-rejected',
        kind: answer.kind ?? classify(request),
        api,
        notice,
        isAnnouncement,
        ...exchanged,
        random: platform.random(),
      });
    }
    return { status: 'rejected', notice, api, source, httpStatus };
  }

  async function report(value: unknown, details: ReportDetails = {}): Promise<boolean> {
    const receivedAt = platform.monotonicNow();
    const nowMs = platform.now();
    const { kind = 'mutation', startedAt = receivedAt } = details;
    const contract: DialectReading = {
      status: 503,
      source: value as object,
      readNotice: async () =>
        isResponse(value)
          ? withReadLimit(platform, (signal) => readNotice(value, { nowMs, signal }))
          : (await loadReader()).parseMaintenanceNotice(value, { nowMs }),
    };
    const said = translate(contract);
    // Starts now, before the caller reads a Response, and while an observer may still be reading its body.
    const [notice, rejections] = await Promise.all([
      said.readNotice(),
      log.rejectionsSince(details.startedAt ?? receivedAt - REPORTED_WITHIN_MS),
    ]);
    await ready();
    const verdict = judgeReport({ value, details, notice, rejections, trustedApis, isFirstSight });
    if (!notice || typeof verdict !== 'string') return verdict === true;
    record({
      type: 'request-rejected',
      kind: said.kind ?? kind,
      api: verdict,
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
