import { Hono } from 'hono';
import type { Backend } from '../backend.ts';
import { toEnvironmentBody } from '../bodies/environment.ts';
import type { RouteContext, RouteEnv } from '../http.ts';

/** `/v1/environment`: the only body without an envelope. With a development key the SDK requests it with PATCH. */
export function environmentRoutes({ isInMaintenance, settings }: Backend): Hono<RouteEnv> {
  const answer = (c: RouteContext) => c.json(toEnvironmentBody(settings, isInMaintenance()));
  return new Hono<RouteEnv>().get('/', answer).patch('/', answer);
}
