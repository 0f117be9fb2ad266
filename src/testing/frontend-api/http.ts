import type { Context } from 'hono';
import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import type { Body } from './bodies/body.ts';
import { toClientBody } from './bodies/client.ts';
import type { ClientRecord, SessionRecord } from './store.ts';
import type { UserRecord } from './userRecords.ts';

/** What each route finds in its context. */
export interface RouteEnv {
  Variables: { client: ClientRecord };
}

export type RouteContext = Context<RouteEnv>;

/** The answer to everything but a GET carries the client as it is now. */
export async function respond(
  c: RouteContext,
  backend: Backend,
  response: Body | readonly Body[],
): Promise<Response> {
  const client = c.req.method === 'GET' ? null : await toClientBody(backend, c.var.client);
  return c.json({ response, client });
}

/** Of something that is no longer there. */
export async function respondDeleted(
  c: RouteContext,
  backend: Backend,
  object: string,
  id: string,
): Promise<Response> {
  return respond(c, backend, { object, id, deleted: true });
}

/** A part of a list, as `limit` and `offset` ask for it. */
export async function respondPage(
  c: RouteContext,
  backend: Backend,
  items: readonly Body[],
): Promise<Response> {
  const offset = Number(c.req.query('offset') ?? 0);
  const limit = Number(c.req.query('limit') ?? 10);
  return respond(c, backend, { data: items.slice(offset, offset + limit), total_count: items.length });
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

/** A parameter that may be left out, which being empty is too. */
export function given(form: URLSearchParams, param: string): string | undefined {
  const value = form.get(param);
  return value === '' || value === null ? undefined : value;
}

export function isTrue(form: URLSearchParams, param: string): boolean {
  return form.get(param) === 'true';
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

/** Signs the user out everywhere but where `own` is. */
export function closeOtherSessions({ store }: Backend, user: UserRecord, own?: SessionRecord): void {
  for (const session of store.sessionsOf(user)) {
    if (session !== own) store.closeSession(session, 'revoked');
  }
}
