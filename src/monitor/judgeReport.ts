import { isObject, readMember } from '../protocol/boundedReader.ts';
import type { MaintenanceNotice } from '../protocol/notice.ts';
import { requestUrlOf } from '../protocol/requestUrlOf.ts';
import type { RequestLog } from './createRequestLog.ts';
import type { TrustedApis } from './createTrustedApis.ts';
import { UNNAMED_API } from './maintenanceState.ts';

export interface Report {
  /** What a client threw or returned. */
  readonly value: unknown;
  /** The base URL of the API, if the reporter knows it. */
  readonly details: { readonly api?: string };
  /** The notice that it contains. */
  readonly notice: MaintenanceNotice | undefined;
  /** The observed rejections that it may be one of. */
  readonly rejections: Awaited<ReturnType<RequestLog['rejectionsSince']>>;
  readonly trustedApis: TrustedApis;
  /** Returns whether a value is seen for the first time, and remembers it. */
  readonly isFirstSight: (source: object) => boolean;
}

/**
 * Judges a report. Returns the API whose maintenance it proves, or, if it is no new evidence, whether it is a
 * maintenance of a trusted API.
 */
export function judgeReport(report: Report): string | boolean {
  const { value, details, notice, rejections, trustedApis, isFirstSight } = report;
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
  return api ?? UNNAMED_API;
}
