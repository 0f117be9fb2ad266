// Over 200 lines: half of the file is the options' documentation and the checks of their values, which belong together.
import { classifyRequest } from '../protocol/classifyRequest.ts';
import { assertRequestRules, isPathPattern, type RequestRule } from '../protocol/requestRules.ts';
import { KitError } from '../protocol/KitError.ts';
import { maintenanceResponse } from '../protocol/maintenanceResponse.ts';
import { allowReading, assertCors, type GateCors } from './cors.ts';
import { createActiveFlag, type GateTimer } from './createActiveFlag.ts';
import { isPlainPath } from './requestTarget.ts';

/** The parts of a request that the gate reads. A `Request` is one; its body is never read. */
export interface GateRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: { readonly get: (name: string) => string | null };
}

export interface MaintenanceGateOptions {
  /**
   * `production` (the default): mutations are rejected, reads and session refresh pass.
   * `development`: nothing passes.
   */
  readonly instance?: 'production' | 'development';
  /**
   * Whether the maintenance is on. The gate calls a function for each request that the maintenance would reject, and
   * for each check. Only `true` rejects. If it throws, rejects or exceeds `isActiveTimeoutMs`, the gate uses the last
   * known answer, `false` at first, and reports the outage once.
   */
  readonly isActive: boolean | (() => boolean | Promise<boolean>);
  /** How long a request waits for `isActive`, in milliseconds, from 1 to 2,147,483,647. Default: 2000. */
  readonly isActiveTimeoutMs?: number;
  /**
   * The path below which this server serves the Frontend API, "/__clerk" for `/__clerk/v1/client/…`. The refresh of a
   * session passes below it and nowhere else. Written like the path of a rule. Default: "/".
   */
  readonly basePath?: string;
  /** When clients should come back: seconds or a date. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date | (() => number | Date | undefined);
  /** `flat` (the default) is the documented body, `envelope` the Frontend API's. */
  readonly format?: 'flat' | 'envelope';
  /** The application's rules for the kind of its requests, tried before the built-in ones. `when` sees no body. */
  readonly rules?: readonly RequestRule[];
  /**
   * A path, for example "/api/maintenance", at which the gate itself answers `GET` with `{"maintenance_mode":
   * boolean}`, so that an application can check whether the maintenance is over. A `development` instance answers 503
   * there too while the maintenance is on.
   */
  readonly checkPath?: string;
  /**
   * The other origins whose pages may read the gate's responses. Default: all, with cookies too. That reveals nothing:
   * the responses are the same for every user, and without permission a page sees a network failure instead of the
   * maintenance. Pass `false` if something around the gate sets these headers.
   */
  readonly cors?: GateCors;
  /** Default: the contract's texts. */
  readonly shortMessage?: string;
  readonly longMessage?: string;
  /**
   * Called with each error that `isActive`, `retryAfter` or `cors.origins` throws. Its own errors are ignored. Default:
   * `console.error`.
   */
  readonly onError?: (error: unknown) => void;
  /** Default: `setTimeout` and `clearTimeout`. */
  readonly setTimer?: GateTimer;
}

type ResponseOptions = {
  readonly [Name in 'format' | 'retryAfter' | 'shortMessage' | 'longMessage']?:
    MaintenanceGateOptions[Name] | undefined;
};

export interface MaintenanceGate {
  /** Resolves to the response for a request that the maintenance rejects, or to `undefined` for one that passes. */
  readonly reject: (request: GateRequest) => Promise<Response | undefined>;
  /** Returns the same handler, called only for requests that pass. */
  readonly wrap: (
    handler: (request: Request) => Response | Promise<Response>,
  ) => (request: Request) => Promise<Response>;
}

/**
 * Creates a gate, which enforces the contract in front of a server: while the maintenance is on, it answers mutations
 * with 503 and the code `maintenance_mode`. It reads the method, the URL and the CORS headers of a request, never its
 * body.
 *
 * A CORS preflight always passes. It changes nothing, and the application decides what it permits: an answer of the
 * gate could let a foreign page through at the moment the maintenance ends.
 *
 * A request whose path servers read in two ways (`/a/../b`, `/a\\b`) passes only as a GET, HEAD or OPTIONS; one whose
 * URL has no path counts as a mutation.
 *
 * @throws {KitError} MK201 to MK204, MK206 and MK207 for bad options, MK101 to MK104 for bad `rules`, MK111 and MK112
 *   for a `format` or a `retryAfter` that cannot be sent.
 */
export function createMaintenanceGate(options: MaintenanceGateOptions): MaintenanceGate {
  assertOptions(options);
  const { instance = 'production', isActive, isActiveTimeoutMs = 2000, rules = [], cors } = options;
  const { basePath = '/', setTimer = startTimer, onError = console.error } = options;
  const checkPath = options.checkPath && new URL(options.checkPath, 'http://localhost').pathname;
  const isInMaintenance = createActiveFlag({ isActive, timeoutMs: isActiveTimeoutMs, setTimer, report });

  function report(error: unknown): void {
    try {
      onError(error);
    } catch {
      // A reporter that throws must not fail the request.
    }
  }

  function rejection(): Response {
    try {
      return toResponse(options);
    } catch (error) {
      report(error);
      return toResponse({ ...options, retryAfter: undefined });
    }
  }

  function mayPass(request: GateRequest): boolean {
    if (instance === 'development' || pathOf(request) === undefined) return false;
    const kind = classifyRequest(request, rules, { basePath });
    return kind !== 'mutation' && (isPlainPath(request.url) || isRead(request));
  }

  async function answer(request: GateRequest): Promise<Response | undefined> {
    if (isPreflight(request)) return undefined;
    if (checkPath !== undefined && isLoad(request) && pathOf(request) === checkPath) {
      const isOn = await isInMaintenance();
      return isOn && instance === 'development' ? rejection() : checkAnswer(isOn);
    }
    return !mayPass(request) && (await isInMaintenance()) ? rejection() : undefined;
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

/** `setTimeout` calls back immediately for a longer delay. */
const MAX_TIMER_MS = 2_147_483_647;

function startTimer(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
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

function checkAnswer(isOn: boolean): Response {
  return Response.json({ maintenance_mode: isOn }, { headers: { 'cache-control': 'no-store' } });
}

function toResponse({ format, retryAfter, shortMessage, longMessage }: ResponseOptions): Response {
  return maintenanceResponse({
    format,
    retryAfter: typeof retryAfter === 'function' ? retryAfter() : retryAfter,
    shortMessage,
    longMessage,
  });
}

function assertOptions(options: MaintenanceGateOptions): void {
  const {
    instance,
    isActive,
    isActiveTimeoutMs: timeoutMs,
    rules,
    checkPath,
    basePath,
    cors,
    retryAfter,
  } = options;
  if (typeof isActive !== 'boolean' && typeof isActive !== 'function') {
    throw new KitError(
      'MK201',
      `createMaintenanceGate was given ${JSON.stringify(isActive)} as isActive, which does not say whether the ` +
        'maintenance is on: pass a boolean, or a function that returns one or a promise of one.',
    );
  }
  if (instance !== undefined && instance !== 'production' && instance !== 'development') {
    throw new KitError(
      'MK202',
      `createMaintenanceGate knows no instance ${JSON.stringify(instance)}: use "production" (mutations are ` +
        'rejected) or "development" (every request is).',
    );
  }
  if (checkPath !== undefined && !/^\/(?!\/)[^?#]*$/.test(checkPath)) {
    throw new KitError(
      'MK203',
      `createMaintenanceGate was given the checkPath ${JSON.stringify(checkPath)}, which is the path of no ` +
        'request: begin with "/" and leave out origin and query, as in "/api/maintenance".',
    );
  }
  if (timeoutMs !== undefined && !(timeoutMs >= 1 && timeoutMs <= MAX_TIMER_MS)) {
    throw new KitError(
      'MK206',
      `createMaintenanceGate was given ${String(timeoutMs)} as isActiveTimeoutMs, which no timer can wait: ` +
        `give milliseconds from 1 to ${MAX_TIMER_MS}.`,
    );
  }
  if (basePath !== undefined && !isPathPattern(basePath)) {
    throw new KitError(
      'MK207',
      `createMaintenanceGate was given the basePath ${JSON.stringify(basePath)}, which is the beginning of no ` +
        'path: give the whole path below which the Frontend API is served, as in "/__clerk".',
    );
  }
  assertCors(cors);
  assertRequestRules(rules ?? []);
  // Options that are known now fail now, not at the first request of the first maintenance.
  if (typeof retryAfter !== 'function') toResponse(options);
}
