import { assertRequestRules, isPathPattern, type RequestRule } from '../protocol/requestRules.ts';
import type { Dialect } from '../protocol/dialect.ts';
import { KitError } from '../protocol/KitError.ts';
import { assertCors, type GateCors } from './cors.ts';
import { MAX_TIMER_MS, type GateTimer } from './createLastKnown.ts';
import type { MaintenanceSwitch } from './createMaintenanceSwitch.ts';

export interface MaintenanceGateOptions {
  /**
   * Whether the maintenance is on. The gate calls a function for each request that the maintenance would reject, and
   * for each check. Only `true` rejects. If it throws, rejects or exceeds `isActiveTimeoutMs`, the gate uses the last
   * known answer, `false` at first, and reports the outage once.
   */
  readonly isActive?: boolean | (() => boolean | Promise<boolean>);
  /** How long a request waits for `isActive`, in milliseconds, from 1 to 2,147,483,647. Default: 2000. */
  readonly isActiveTimeoutMs?: number;
  /**
   * With `isActive`. `production` (the default): mutations are rejected, reads and session refresh pass.
   * `development`: nothing passes.
   */
  readonly instance?: 'production' | 'development';
  /** The switch that says which requests are rejected, in place of `isActive` and `instance`. */
  readonly switch?: MaintenanceSwitch;
  /**
   * The path below which this server serves the Frontend API, "/__clerk" for `/__clerk/v1/client/…`. The refresh of a
   * session passes below it and nowhere else. Written like the path of a rule. Default: "/".
   */
  readonly basePath?: string;
  /** When clients should come back: seconds or a date. A switch's own comes first. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date | (() => number | Date | undefined);
  /**
   * Answers in other words than those of the contract, for example `discourse()` of `maintenance-kit/dialects`. A
   * dialect whose maintenance rejects every request does so here too. Default: the contract.
   */
  readonly dialect?: Dialect;
  /** `flat` (the default) is the documented body, `envelope` the Frontend API's. */
  readonly format?: 'flat' | 'envelope';
  /** The application's rules for the kind of its requests, tried before the built-in ones. */
  readonly rules?: readonly RequestRule[];
  /**
   * A path, for example "/api/maintenance", at which the gate itself answers `GET`, so that an application can check
   * whether the maintenance is over. With a switch the answer is the status document, which caches may store for
   * seconds. With `isActive` it is `{"maintenance_mode": boolean}`, which no cache stores, and a `development` instance
   * answers 503 there too while the maintenance is on.
   */
  readonly checkPath?: string;
  /** A path, for example "/api/maintenance/events", at which the gate pushes the status to an `EventSource`. */
  readonly eventsPath?: string;
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

/** @throws {KitError} MK201 to MK204 and MK206 to MK209, and MK101 to MK104 for bad `rules`. */
export function assertGateOptions(options: MaintenanceGateOptions): void {
  const { instance, isActiveTimeoutMs: timeoutMs, basePath, cors, rules = [] } = options;
  assertSource(options);
  if (instance !== undefined && instance !== 'production' && instance !== 'development') {
    throw new KitError(
      'MK202',
      `createMaintenanceGate knows no instance ${JSON.stringify(instance)}: use "production" (mutations are ` +
        'rejected) or "development" (every request is).',
    );
  }
  assertPath('checkPath', options.checkPath);
  assertPath('eventsPath', options.eventsPath);
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
  assertRequestRules(rules);
}

function assertSource({ isActive, instance, eventsPath, switch: ofSwitch }: MaintenanceGateOptions): void {
  if (ofSwitch === undefined && typeof isActive !== 'boolean' && typeof isActive !== 'function') {
    throw new KitError(
      'MK201',
      `createMaintenanceGate was given ${JSON.stringify(isActive)} as isActive, which does not say whether the ` +
        'maintenance is on: pass a boolean, a function that returns one or a promise of one, or a `switch`.',
    );
  }
  if (ofSwitch !== undefined && (isActive !== undefined || instance !== undefined)) {
    throw new KitError(
      'MK208',
      'createMaintenanceGate was given a switch together with isActive or instance, which may contradict each ' +
        'other: the mode of the switch decides alone, so leave the others out.',
    );
  }
  if (ofSwitch === undefined && eventsPath !== undefined) {
    throw new KitError(
      'MK208',
      'createMaintenanceGate was given an eventsPath without a switch, so it would have no changes to push: pass ' +
        '`switch: createMaintenanceSwitch(storage)` in place of isActive.',
    );
  }
}

function assertPath(name: string, path: string | undefined): void {
  if (path === undefined || /^\/(?!\/)[^?#]*$/.test(path)) return;
  throw new KitError(
    'MK203',
    `createMaintenanceGate was given the ${name} ${JSON.stringify(path)}, which is the path of no ` +
      'request: begin with "/" and leave out origin and query, as in "/api/maintenance".',
  );
}
