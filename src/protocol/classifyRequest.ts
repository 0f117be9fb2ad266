import { KitError } from './KitError.ts';
import { matchesSegments, splitPath } from './pathPattern.ts';

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
const readMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const tunnelledMethods: ReadonlySet<string> = new Set(['PATCH', 'PUT', 'DELETE']);
const sessionPaths: readonly (readonly string[])[] = [
  ['v1', 'client', 'sessions', ':id', 'touch'],
  ['v1', 'client', 'sessions', ':id', 'tokens'],
  ['v1', 'client', 'sessions', ':id', 'tokens', ':template'],
];

export interface ClassifyRequestOptions {
  /**
   * The path below which the Frontend API is served: "/__clerk" for `/__clerk/v1/client/…`. Written like the path of a
   * rule. Session paths match below it and nowhere else. `"*"` matches them below any path, for a browser, which
   * doesn't know the path of a proxied API. On a server `"*"` lets mutations pass, since a handler that takes
   * everything below `/graphql` also takes `/graphql/v1/client/sessions/x/touch`. Default: "/".
   */
  readonly basePath?: string | undefined;
}

/**
 * Returns the kind of a request, by the first matching rule, else by the contract: GET, HEAD and OPTIONS are reads; a
 * POST to `/v1/client/sessions/{id}/touch`, `…/tokens` or `…/tokens/{template}` refreshes a session; the rest are
 * mutations. A POST whose query names PATCH, PUT or DELETE as `_method` counts as that method; any other `_method`
 * changes nothing.
 *
 * Every path is compared whole, segment by segment: `/v1/me/touchscreen` is a mutation, and so are
 * `/v1/client/sessions//touch` and, without a `basePath`, `/api/v1/client/sessions/x/touch`.
 *
 * Never throws for rules that pass `assertRequestRules`. A URL that cannot be read has no path and no query: the method
 * decides.
 */
export function classifyRequest(
  request: RequestDescription,
  rules: readonly RequestRule[] = [],
  { basePath = '/' }: ClassifyRequestOptions = {},
): RequestKind {
  const sent = request.method.toUpperCase();
  // Parsing the URL costs more than everything else. The method alone decides most reads.
  if (readMethods.has(sent) && !rules.some((rule) => takesMethod(rule, sent))) return 'read';
  const url = readUrl(request.url);
  const method = effectiveMethod(sent, url);
  const segments = url && splitPath(url.pathname);

  const rule = rules.find((candidate) => holds(candidate, request, method, segments));
  if (rule) return rule.kind;
  if (readMethods.has(method)) return 'read';
  return method === 'POST' && segments && isSessionPath(segments, basePath) ? 'session' : 'mutation';
}

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

function readUrl(url: string | URL): URL | undefined {
  try {
    // The host doesn't matter: only the path and the query are read.
    return new URL(url, 'http://localhost');
  } catch {
    return undefined;
  }
}

function effectiveMethod(sent: string, url: URL | undefined): string {
  const tunnelled = url?.searchParams.get('_method')?.toUpperCase();
  return sent === 'POST' && tunnelled && tunnelledMethods.has(tunnelled) ? tunnelled : sent;
}

function isSessionPath(segments: readonly string[], basePath: string): boolean {
  return sessionPaths.some((pattern) =>
    basePath === '*'
      ? matchesSegments(pattern, segments.slice(-pattern.length))
      : matchesSegments([...splitPath(basePath), ...pattern], segments),
  );
}

function takesMethod({ method: methods }: RequestRule, method: string): boolean {
  return methods === undefined || [methods].flat().some((name) => name.toUpperCase() === method);
}

function holds(
  rule: RequestRule,
  request: RequestDescription,
  method: string,
  segments: readonly string[] | undefined,
): boolean {
  if (!takesMethod(rule, method)) return false;
  const { path, when } = rule;
  if (path !== undefined && !(segments && matchesSegments(splitPath(path), segments))) return false;
  if (when === undefined) return true;
  try {
    return when(request);
  } catch {
    return false;
  }
}

/** Returns whether a path can match: it begins with a slash, and has no query, no wildcard and no empty segment. */
export function isPathPattern(path: unknown): boolean {
  return typeof path === 'string' && /^\/(?!\/)[^?#*\\\s]*$/.test(path) && !/\/:?\/|\/:$/.test(path);
}

function isMethods(method: unknown): boolean {
  const names: readonly unknown[] = [method].flat();
  return names.length > 0 && names.every((name) => typeof name === 'string' && /^[a-z-]+$/i.test(name));
}
