import { KitError } from './KitError.ts';

/**
 * What a maintenance does to a request: a `mutation` is rejected; a `read` and a `session` (the refresh of a
 * session that exists) are served.
 */
export type RequestKind = 'read' | 'session' | 'mutation';

/** The parts of a request that are known before it is sent. A `Request` is one. */
export interface RequestDescription {
  readonly method: string;
  /** An absolute URL, or one relative to the page. */
  readonly url: string | URL;
  /** The body as the caller passed it. The kit never reads it; a rule's `when` may. */
  readonly body?: unknown;
}

interface RequestRuleBasis {
  readonly kind: RequestKind;
  /** In any case; a tunneled PATCH is a PATCH. Default: every method. */
  readonly method?: string | readonly string[] | undefined;
}

interface RequestPathRule extends RequestRuleBasis {
  /** The whole path, with `:name` for any one segment: `/api/:resource/search`. Excludes the query and the origin. */
  readonly path: string;
  readonly when?: ((request: RequestDescription) => boolean) | undefined;
}

interface RequestPredicateRule extends RequestRuleBasis {
  readonly path?: string | undefined;
  /** A predicate that throws doesn't match. */
  readonly when: (request: RequestDescription) => boolean;
}

/**
 * An application's rule for the kind of its requests. It matches if every condition that it has matches: `method`,
 * `path` and `when`.
 */
export type RequestRule = RequestPathRule | RequestPredicateRule;

const kinds: readonly unknown[] = ['read', 'session', 'mutation'] satisfies RequestKind[];

/**
 * Checks the rules of an application once, when they are passed in, so that classifying needs no checks.
 *
 * @throws {KitError} MK101 for an unknown `kind`, MK102 for a rule without `path` and `when`, MK103 for a `path` that
 *   cannot match, MK104 for an invalid `method`.
 */
export function assertRequestRules(rules: readonly RequestRule[]): void {
  for (const [index, rule] of rules.entries()) {
    const fault = faultIn(rule);
    if (fault) throw new KitError(fault[0], `Request rule ${index + 1} ${fault[1]}`);
  }
}

function faultIn({ kind, method, path, when }: RequestRule): [`MK${number}`, string] | undefined {
  if (!kinds.includes(kind)) {
    return ['MK101', 'has a kind that means nothing in a maintenance: use "read", "session" or "mutation".'];
  }
  if (when === undefined ? path === undefined : typeof when !== 'function') {
    return ['MK102', 'does not say which requests it is for: give it a `path`, or a function as `when`.'];
  }
  if (path !== undefined && !isPathPattern(path)) {
    return [
      'MK103',
      `has a path that matches nothing, ${JSON.stringify(path)}: give the whole path without its query, ` +
        'with ":name" for a segment that varies, as in "/api/:resource/search".',
    ];
  }
  if (method !== undefined && !isMethods(method)) {
    return [
      'MK104',
      'has a method that no request has: name one or more, as in ["POST", "PUT"], or leave it out.',
    ];
  }
  return undefined;
}

/** Returns whether a path can match: it begins with a slash, and has no query, no wildcard and no empty segment. */
export function isPathPattern(path: unknown): boolean {
  return typeof path === 'string' && /^\/(?!\/)[^?#*\\\s]*$/.test(path) && !/\/:?\/|\/:$/.test(path);
}

function isMethods(method: unknown): boolean {
  const names: readonly unknown[] = [method].flat();
  return names.length > 0 && names.every((name) => typeof name === 'string' && /^[a-z-]+$/i.test(name));
}
