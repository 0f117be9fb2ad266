import type { Context } from 'hono';
import { parseJson } from '../../protocol/parseJson.ts';
import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import type { Body } from './bodies/body.ts';
import { toClientBody } from './bodies/client.ts';
import type { ClientRecord, SessionRecord } from './store.ts';
import type { Metadata, UserRecord } from './userRecords.ts';

/** The context of each route. */
export interface RouteEnv {
  Variables: { client: ClientRecord };
}

export type RouteContext = Context<RouteEnv>;

/** Responds in the envelope. The answer to everything but a GET contains the current client. */
export async function respond(
  c: RouteContext,
  backend: Backend,
  response: Body | readonly Body[],
): Promise<Response> {
  const client = c.req.method === 'GET' ? null : await toClientBody(backend, c.var.client);
  return c.json({ response, client });
}

/** Responds for a deleted object. */
export async function respondDeleted(
  c: RouteContext,
  backend: Backend,
  object: string,
  id: string,
): Promise<Response> {
  return respond(c, backend, { object, id, deleted: true });
}

/** Responds with a part of a list, by `limit` and `offset`. */
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

/** Returns a parameter that must not be missing or empty. */
export function required(form: URLSearchParams, param: string): string {
  const value = form.get(param);
  if (!value) throw new ApiError('form_param_missing', { param });
  return value;
}

/** Returns an optional parameter; `undefined` if it is missing or empty. */
export function given(form: URLSearchParams, param: string): string | undefined {
  const value = form.get(param);
  return value === '' || value === null ? undefined : value;
}

export function isTrue(form: URLSearchParams, param: string): boolean {
  return form.get(param) === 'true';
}

/**
 * Returns the metadata, which are sent as an object in JSON; `undefined` if they are left out.
 *
 * @throws {ApiError} if they are anything else.
 */
export function readMetadata(form: URLSearchParams): Metadata | undefined {
  const param = 'unsafe_metadata';
  const json = given(form, param);
  if (json === undefined) return undefined;
  const value = parseJson(json);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new ApiError('form_param_format_invalid', { param });
}

/** Returns the session that a request acts for: the one it names, else the client's last one. */
export function actingSession(c: RouteContext, { store }: Backend): SessionRecord {
  const { client } = c.var;
  const id = c.req.query('_clerk_session_id') ?? client.lastActiveSessionId;
  const session = store.activeSessions(client).find((candidate) => candidate.id === id);
  if (!session) throw new ApiError('authentication_invalid');
  return session;
}

/** Asserts that the client is signed out: a single-session instance allows one session. */
export function assertSignedOut(c: RouteContext, { store }: Backend): void {
  if (store.activeSessions(c.var.client).length > 0) throw new ApiError('session_exists');
}

/** Signs the user out everywhere except in `current`. */
export function closeOtherSessions({ store }: Backend, user: UserRecord, current?: SessionRecord): void {
  for (const session of store.sessionsOf(user)) {
    if (session !== current) store.closeSession(session, 'revoked');
  }
}
