import { createMaintenanceGate, type MaintenanceGate } from '../../gate/createMaintenanceGate.ts';
import { classifyRequest } from '../../protocol/classifyRequest.ts';
import type { RequestKind } from '../../protocol/requestRules.ts';
import { maintenancePage } from './maintenancePage.ts';

/**
 * `operational`: every request is served. `maintenance`: mutations are rejected, as in a production instance.
 * `unavailable`: every request is rejected, as in a development instance.
 */
export type FrontendApiMode = 'operational' | 'maintenance' | 'unavailable';

export interface FrontendApiModeOptions {
  /** Seconds or a date. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date;
  /**
   * `envelope` (the default) is the API's format, `flat` the documented one, `html` the page of a proxy in front of the
   * API: a 503 without the code.
   */
  readonly format?: 'envelope' | 'flat' | 'html';
  /** Default: the contract's texts. */
  readonly shortMessage?: string;
  readonly longMessage?: string;
}

/** A request that the emulator received. */
export interface RecordedRequest {
  /** The effective method: `PATCH` for a `POST` with `_method=PATCH`. */
  readonly method: string;
  /** The path from `/v1` on, without the query. */
  readonly path: string;
  readonly kind: RequestKind;
}

const tunnelled = new Set(['PATCH', 'PUT', 'DELETE']);

export function describeRequest(sentMethod: string, { pathname, searchParams }: URL): RecordedRequest {
  const override = searchParams.get('_method')?.toUpperCase() ?? '';
  const method = sentMethod === 'POST' && tunnelled.has(override) ? override : sentMethod;
  const path = /\/v1(?:\/.*)?$/.exec(pathname)?.[0] ?? pathname;
  return { method, path, kind: classifyRequest({ method, url: path }) };
}

/** Returns a function that answers the requests that the mode rejects, and resolves to `undefined` for others. */
export function createRejection(
  mode: FrontendApiMode,
  { format = 'envelope', ...options }: FrontendApiModeOptions,
): MaintenanceGate['reject'] {
  const gate = createMaintenanceGate({
    ...options,
    instance: mode === 'unavailable' ? 'development' : 'production',
    isActive: mode !== 'operational',
    format: format === 'html' ? 'flat' : format,
  });
  if (format !== 'html') return gate.reject;
  return async (request) => {
    const response = await gate.reject(request);
    return response && maintenancePage(response);
  };
}
