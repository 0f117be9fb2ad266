import { Hono } from 'hono';
import type { Backend } from '../backend.ts';
import { toClientBody } from '../bodies/client.ts';
import { respond, type RouteContext, type RouteEnv } from '../http.ts';

/** `/v1/client`: this browser, with its sessions. A new browser gets a client without sessions. */
export function clientRoutes(backend: Backend): Hono<RouteEnv> {
  const answer = async (c: RouteContext) => respond(c, backend, await toClientBody(backend, c.var.client));
  return new Hono<RouteEnv>().get('/', answer).put('/', answer);
}
