import { classifyRequest } from '../protocol/classifyRequest.ts';
import { KitError } from '../protocol/KitError.ts';
import { maintenanceResponse } from '../protocol/maintenanceResponse.ts';
import type { ServiceStatus } from '../protocol/serviceStatus.ts';
import { allowReading } from './cors.ts';
import { createLastKnown, startTimer } from './createLastKnown.ts';
import type { GateRequest } from './GateRequest.ts';
import { assertGateOptions, type MaintenanceGateOptions } from './gateOptions.ts';
import { isPlainPath } from './requestTarget.ts';

export interface MaintenanceGate {
  /** Resolves to the response for a request that the maintenance rejects, or to `undefined` for one that passes. */
  readonly reject: (request: GateRequest) => Promise<Response | undefined>;
  /** Returns the same handler, called only for requests that pass. */
  readonly wrap: (
    handler: (request: Request) => Response | Promise<Response>,
  ) => (request: Request) => Promise<Response>;
}

type Status = Pick<ServiceStatus, 'mode' | 'retryAfter'>;

/**
 * Creates a gate, which enforces the contract in front of a server: while the maintenance is on, it answers mutations
 * with 503 and the code `maintenance_mode`. It reads the method, the URL, the CORS headers and the cache validator of a
 * request, never its body.
 *
 * A CORS preflight always passes. It changes nothing, and the application decides what it permits: an answer of the
 * gate could let a foreign page through at the moment the maintenance ends.
 *
 * A request whose path servers read in two ways (`/a/../b`, `/a\\b`) passes only as a GET, HEAD or OPTIONS; one whose
 * URL has no path counts as a mutation.
 *
 * @throws {KitError} MK201 to MK204 and MK206 to MK209 for bad options, MK101 to MK104 for bad `rules`, MK111 and MK112
 *   for a `format` or a `retryAfter` that cannot be sent.
 */
export function createMaintenanceGate(options: MaintenanceGateOptions): MaintenanceGate {
  assertGateOptions(options);
  const dialect = options.dialect?.gate;
  // Options that are known now fail now, not at the first request of the first maintenance.
  if (typeof options.retryAfter !== 'function') respond(options.retryAfter);
  const { rules = [], basePath = '/', cors, onError = console.error, switch: service } = options;
  const checkPath = normalPath(options.checkPath);
  const eventsPath = normalPath(options.eventsPath);
  const read = service?.read ?? readFlag(options, report);
  const canBeUnavailable =
    service !== undefined || options.instance === 'development' || dialect?.rejectsAll === true;

  function report(error: unknown): void {
    try {
      onError(error);
    } catch {
      // A reporter that throws must not fail the request.
    }
  }

  function respond(retryAfter: number | Date | undefined): Response {
    const { format, shortMessage, longMessage } = options;
    const response = maintenanceResponse({ format, shortMessage, longMessage, retryAfter });
    return dialect ? dialect.reject(response) : response;
  }

  function rejection(status: Status): Response {
    if (status.retryAfter !== undefined) return respond(status.retryAfter);
    const { retryAfter } = options;
    try {
      return respond(typeof retryAfter === 'function' ? retryAfter() : retryAfter);
    } catch (error) {
      report(error);
      return respond(undefined);
    }
  }

  function passesMaintenance(request: GateRequest): boolean {
    if (pathOf(request) === undefined) return false;
    const kind = classifyRequest(request, rules, { basePath });
    return kind !== 'mutation' && (isPlainPath(request.url) || isRead(request));
  }

  async function check(request: GateRequest): Promise<Response> {
    if (service && !dialect) return service.respond(request);
    const status = await read();
    if (dialect) return dialect.check(status.mode !== 'operational', () => rejection(status));
    return status.mode === 'unavailable' ? rejection(status) : checkAnswer(status);
  }

  async function answer(request: GateRequest): Promise<Response | undefined> {
    if (isPreflight(request)) return undefined;
    const path = isLoad(request) ? pathOf(request) : undefined;
    if (path !== undefined && path === checkPath) return check(request);
    if (path !== undefined && path === eventsPath && request.method === 'GET') return service?.stream();
    const passes = passesMaintenance(request);
    if (passes && !canBeUnavailable) return undefined;
    const status = await read();
    if (status.mode === 'operational' || (passes && status.mode === 'maintenance' && !dialect?.rejectsAll)) {
      return undefined;
    }
    return rejection(status);
  }

  async function reject(request: GateRequest): Promise<Response | undefined> {
    const response = await answer(request);
    return response && allowReading(response, request.headers.get('origin'), cors, report);
  }

  return {
    reject,
    wrap: (handler) => async (request) => (await reject(request)) ?? handler(request),
  };
}

/** Returns a function that reads `isActive` as a status. */
function readFlag(
  {
    isActive = false,
    isActiveTimeoutMs: timeoutMs = 2000,
    instance,
    setTimer = startTimer,
  }: MaintenanceGateOptions,
  report: (error: unknown) => void,
): () => Promise<Status> {
  const mode = instance === 'development' ? 'unavailable' : 'maintenance';
  const isOn = createLastKnown<unknown>({
    read: () => (typeof isActive === 'function' ? isActive() : isActive),
    initial: false,
    timeoutMs,
    timedOut: (lastKnown) => timedOut(timeoutMs, lastKnown === true),
    setTimer,
    report,
  });
  return async () => ({ mode: (await isOn()) === true ? mode : 'operational' });
}

function timedOut(timeoutMs: number, lastKnown: boolean): KitError {
  return new KitError(
    'MK205',
    () =>
      `isActive of createMaintenanceGate did not settle within ${timeoutMs} ms, so the gate uses the last known ` +
      `answer, ${String(lastKnown)}: let isActive reject when its source does not respond, or raise isActiveTimeoutMs.`,
  );
}

function normalPath(path: string | undefined): string | undefined {
  return path && new URL(path, 'http://localhost').pathname;
}

function isLoad({ method }: GateRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isRead(request: GateRequest): boolean {
  return isLoad(request) || request.method === 'OPTIONS';
}

function isPreflight({ method, headers }: GateRequest): boolean {
  return (
    method === 'OPTIONS' &&
    headers.get('origin') !== null &&
    headers.get('access-control-request-method') !== null
  );
}

function pathOf({ url }: GateRequest): string | undefined {
  try {
    return new URL(url).pathname;
  } catch {
    return undefined;
  }
}

function checkAnswer({ mode }: Status): Response {
  return Response.json(
    { maintenance_mode: mode !== 'operational' },
    { headers: { 'cache-control': 'no-store' } },
  );
}
