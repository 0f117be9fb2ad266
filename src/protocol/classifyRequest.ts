import { matchesSegments, splitPath } from './pathPattern.ts';
import type { RequestDescription, RequestKind, RequestRule } from './requestRules.ts';

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
