import { KitError } from '../protocol/KitError.ts';

/** The other origins that may read the gate's responses: all of them, the listed ones, or none. */
export type GateCors = false | { readonly origins: readonly string[] | ((origin: string) => boolean) };

/**
 * Asserts that every listed origin is one that a browser sends.
 *
 * @throws {KitError} MK204 for a listed origin that no browser would send.
 */
export function assertCors(cors: GateCors | undefined): void {
  if (!cors || typeof cors.origins === 'function') return;
  for (const origin of cors.origins) {
    if (origin === originOf(origin)) continue;
    throw new KitError(
      'MK204',
      `createMaintenanceGate was given the origin ${JSON.stringify(origin)}, which no browser sends, so it would ` +
        'never match: write scheme, host and port only, as in "https://app.example", or leave `cors` out for all.',
    );
  }
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}

/**
 * Lets a page of `origin` read `response`, with or without cookies. An `origins` function that throws allows nothing,
 * and `report` receives the error.
 */
export function allowReading(
  response: Response,
  origin: string | null,
  cors: GateCors | undefined,
  report: (error: unknown) => void,
): Response {
  if (cors === false) return response;
  // Also without an Origin: a cache must not serve this response to a page that sends one.
  response.headers.append('vary', 'Origin');
  if (origin !== null && isAllowed(origin, cors, report)) {
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-allow-credentials', 'true');
    response.headers.append('access-control-expose-headers', 'Age');
  }
  return response;
}

function isAllowed(
  origin: string,
  cors: Exclude<GateCors, false> | undefined,
  report: (error: unknown) => void,
): boolean {
  if (!cors) return true;
  if (typeof cors.origins !== 'function') return cors.origins.includes(origin);
  try {
    return cors.origins(origin);
  } catch (error) {
    report(error);
    return false;
  }
}
