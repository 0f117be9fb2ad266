import { assertRequestRules, classifyRequest, type RequestRule } from '../protocol/classifyRequest.ts';
import { KitError } from '../protocol/KitError.ts';
import { maintenanceResponse } from '../protocol/maintenanceResponse.ts';
import { allowReading, assertCors, type GateCors } from './cors.ts';

export interface MaintenanceGateOptions {
  /**
   * `production` (the default): mutations are rejected, reads and session refresh pass.
   * `development`: nothing passes.
   */
  readonly instance?: 'production' | 'development';
  /**
   * Whether the maintenance is on; a function is asked at each request. Only `true` rejects. When it throws,
   * the request passes: a flag that cannot be read must not take down a service that works.
   */
  readonly isActive: boolean | (() => boolean | Promise<boolean>);
  /** When to come back: seconds, or the moment itself. Default: not said. */
  readonly retryAfter?: number | Date | (() => number | Date | undefined);
  /** `flat` (the default) is the documented body, `envelope` the Frontend API's. */
  readonly format?: 'flat' | 'envelope';
  /** The application's own word on what its requests are, before the built-in rules. `when` sees no body. */
  readonly rules?: readonly RequestRule[];
  /**
   * A path, for example "/api/maintenance", at which the gate itself answers `GET` with
   * `{"maintenance_mode": boolean}`: what an application asks to learn that the maintenance is over. A
   * `development` instance answers 503 there too while the maintenance is on.
   */
  readonly checkPath?: string;
  /**
   * Which pages of other origins may read the gate's answers. Default: all, with cookies too. That gives
   * nothing away: the answers are the same for everybody, and without permission a page sees a network failure
   * in place of the maintenance. `false` where something around the gate sets these headers.
   */
  readonly cors?: GateCors;
  /** Default: the contract's texts. */
  readonly shortMessage?: string;
  readonly longMessage?: string;
  /** Told when `isActive` or `retryAfter` throws. Default: `console.error`. */
  readonly onError?: (error: unknown) => void;
}

type ResponseOptions = {
  readonly [Name in 'format' | 'retryAfter' | 'shortMessage' | 'longMessage']?:
    MaintenanceGateOptions[Name] | undefined;
};

export interface MaintenanceGate {
  /** The answer to a request that the maintenance holds up, `undefined` for one that passes. */
  readonly reject: (request: Request) => Promise<Response | undefined>;
  /** The same handler, called only for requests that pass. */
  readonly wrap: (
    handler: (request: Request) => Response | Promise<Response>,
  ) => (request: Request) => Promise<Response>;
}

/**
 * Enforces the contract in front of a server that speaks `Request` and `Response`: while the maintenance is on,
 * what may not pass is answered 503 with the code `maintenance_mode`. The body of a request is never read.
 *
 * A CORS preflight always passes. It changes nothing, and what it permits is the application's to say: were it
 * answered here, a foreign page could be let through in the moment the maintenance ends.
 *
 * @throws {KitError} MK201 to MK204 for bad options, MK101 to MK104 for bad `rules`, MK111 and MK112 for a
 *   `format` or a `retryAfter` that cannot be sent.
 */
export function createMaintenanceGate(options: MaintenanceGateOptions): MaintenanceGate {
  assertOptions(options);
  const { instance = 'production', isActive, rules = [], cors, onError = console.error } = options;
  const checkPath = options.checkPath && new URL(options.checkPath, 'http://localhost').pathname;

  async function isInMaintenance(): Promise<boolean> {
    try {
      const flag: unknown = typeof isActive === 'function' ? await isActive() : isActive;
      return flag === true;
    } catch (error) {
      onError(error);
      return false;
    }
  }

  function rejection(): Response {
    try {
      return toResponse(options);
    } catch (error) {
      onError(error);
      return toResponse({ ...options, retryAfter: undefined });
    }
  }

  async function answer(request: Request): Promise<Response | undefined> {
    if (isPreflight(request)) return undefined;
    if (checkPath !== undefined && isRead(request) && new URL(request.url).pathname === checkPath) {
      const isOn = await isInMaintenance();
      return isOn && instance === 'development' ? rejection() : checkAnswer(isOn);
    }
    const mayPass = instance === 'production' && classifyRequest(request, rules) !== 'mutation';
    return !mayPass && (await isInMaintenance()) ? rejection() : undefined;
  }

  async function reject(request: Request): Promise<Response | undefined> {
    const response = await answer(request);
    return response && allowReading(response, request, cors);
  }

  return {
    reject,
    wrap: (handler) => async (request) => (await reject(request)) ?? handler(request),
  };
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
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
  const { instance, isActive, rules, checkPath, cors, retryAfter } = options;
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
  assertCors(cors);
  assertRequestRules(rules ?? []);
  // What is known now fails now, not at the first request of the first maintenance.
  if (typeof retryAfter !== 'function') toResponse(options);
}
