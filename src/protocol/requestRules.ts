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
    const error = errorIn(rule, `Request rule ${index + 1}`);
    if (error) throw error;
  }
}

function errorIn({ kind, method, path, when }: RequestRule, name: string): KitError | undefined {
  if (!kinds.includes(kind)) {
    return new KitError(
      'MK101',
      `${name} has a kind that means nothing in a maintenance: use "read", "session" or "mutation".`,
    );
  }
  if (when === undefined ? path === undefined : typeof when !== 'function') {
    return new KitError(
      'MK102',
      `${name} does not say which requests it is for: give it a \`path\`, or a function as \`when\`.`,
    );
  }
  if (path !== undefined && !isPathPattern(path)) {
    return new KitError(
      'MK103',
      `${name} has a path that matches nothing, ${JSON.stringify(path)}: give the whole path without its query, ` +
        'with ":name" for a segment that varies, as in "/api/:resource/search".',
    );
  }
  if (method !== undefined && !isMethods(method)) {
    return new KitError(
      'MK104',
      `${name} has a method that no request has: name one or more, as in ["POST", "PUT"], or leave it out.`,
    );
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
