import { createMaintenanceGate } from '../gate/createMaintenanceGate.ts';
import type { GateRequest } from '../gate/GateRequest.ts';
import type { RequestRule } from '../protocol/requestRules.ts';

export interface MaintenanceServiceOptions {
  /** The base URLs of the APIs that are in maintenance: "https://api.example.com". Default: every request's. */
  readonly apis?: readonly string[] | undefined;
  /** Rules for the kind of a request, as those of the monitor. `when` sees no body. Default: none. */
  readonly rules?: readonly RequestRule[] | undefined;
}

export interface BeginOptions {
  /** When to come back: seconds or a date. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date | undefined;
  /** What is rejected. Default: `mutations`, so reads and the refresh of a session pass. */
  readonly scope?: 'mutations' | 'all' | undefined;
}

/** A service whose maintenance a test begins and ends. */
export interface MaintenanceService {
  /** Begins a maintenance: from now on mutations are answered with 503 and the code `maintenance_mode`. */
  readonly begin: (options?: BeginOptions) => void;
  /** Ends it: every request passes. */
  readonly end: () => void;
  /** Resolves to the response to a request that the maintenance rejects, or to `undefined` for one that passes. */
  readonly reject: (request: GateRequest) => Promise<Response | undefined>;
}

/**
 * Creates a service for tests, which is operational at first. Pass it to `maintenanceHandlers` of
 * `maintenance-kit/testing/msw` or to `attachMaintenance` of `maintenance-kit/testing/playwright`.
 *
 * @throws {KitError} MK101 to MK104 for bad `rules`.
 */
export function createMaintenanceService({
  apis,
  rules = [],
}: MaintenanceServiceOptions = {}): MaintenanceService {
  let current: BeginOptions | undefined;
  const options = { isActive: () => current !== undefined, rules, retryAfter: () => retryAfterOf(current) };
  const gates = {
    mutations: createMaintenanceGate(options),
    all: createMaintenanceGate({ ...options, instance: 'development' }),
  };

  return {
    begin(begun = {}) {
      current = begun;
    },
    end() {
      current = undefined;
    },
    async reject(request) {
      if (apis && !apis.some((api) => isBelow(request.url, api))) return undefined;
      return gates[current?.scope ?? 'mutations'].reject(request);
    },
  };
}

function retryAfterOf(begun: BeginOptions | undefined): number | Date | undefined {
  return begun?.retryAfter;
}

/** Compares whole origins and whole segments of the path. */
function isBelow(url: string, api: string): boolean {
  const base = api.replace(/\/+$/, '');
  return url === base || ['/', '?', '#'].some((end) => url.startsWith(base + end));
}
