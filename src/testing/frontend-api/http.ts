import type { Context } from 'hono';
import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import type { Body } from './bodies/body.ts';
import { toClientBody } from './bodies/client.ts';
import type { ClientRecord, SessionRecord } from './store.ts';

/** What each route finds in its context. */
export interface RouteEnv {
  Variables: { client: ClientRecord };
}

export type RouteContext = Context<RouteEnv>;

/** The answer to everything but a GET carries the client as it is now. */
export async function respond(c: RouteContext, backend: Backend, response: Body): Promise<Response> {
  const client = c.req.method === 'GET' ? null : await toClientBody(backend, c.var.client);
  return c.json({ response, client });
}

export async function readForm(c: RouteContext): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** A parameter that must be there and not be empty. */
export function required(form: URLSearchParams, param: string): string {
  const value = form.get(param);
  if (!value) throw new ApiError('form_param_missing', { param });
  return value;
}

/** The session that a request acts for: the one it names, else the one that the client used last. */
export function actingSession(c: RouteContext, { store }: Backend): SessionRecord {
  const { client } = c.var;
  const id = c.req.query('_clerk_session_id') ?? client.lastActiveSessionId;
  const session = store.activeSessions(client).find((candidate) => candidate.id === id);
  if (!session) throw new ApiError('authentication_invalid');
  return session;
}

/** An instance in single-session mode lets nobody in twice. */
export function assertSignedOut(c: RouteContext, { store }: Backend): void {
  if (store.activeSessions(c.var.client).length > 0) throw new ApiError('session_exists');
}
