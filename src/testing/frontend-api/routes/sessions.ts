import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toClientBody } from '../bodies/client.ts';
import { toSessionBody } from '../bodies/session.ts';
import { readForm, respond, type RouteContext, type RouteEnv } from '../http.ts';
import type { SessionRecord } from '../store.ts';

/**
 * `/v1/client/sessions`: refreshed (`touch`, which may change the organization, and `tokens`), ended one by one, or
 * removed all together.
 */
export function sessionRoutes(backend: Backend): Hono<RouteEnv> {
  const { store } = backend;

  function find(c: RouteContext): SessionRecord {
    const session = store.sessions.get(c.req.param('id') ?? '');
    if (session?.clientId !== c.var.client.id) throw new ApiError('resource_not_found');
    return session;
  }

  function findActive(c: RouteContext): SessionRecord {
    const session = find(c);
    if (session.status !== 'active') throw new ApiError('authentication_invalid');
    return session;
  }

  /** Sets the active organization. An empty id is the personal account. */
  function setOrganization(session: SessionRecord, id: string): void {
    const isMember = store.organizations.get(id)?.members.has(session.user.id);
    if (id !== '' && !isMember) throw new ApiError('organization_not_found_or_unauthorized');
    session.activeOrganizationId = id || null;
  }

  async function touch(c: RouteContext): Promise<Response> {
    const session = findActive(c);
    const organizationId = (await readForm(c)).get('active_organization_id');
    if (organizationId !== null) setOrganization(session, organizationId);
    session.lastActiveAt = store.now();
    c.var.client.lastActiveSessionId = session.id;
    return respond(c, backend, await toSessionBody(backend, session));
  }

  async function createToken(c: RouteContext): Promise<Response> {
    return c.json({ object: 'token', jwt: await backend.createToken(findActive(c)) });
  }

  async function close(c: RouteContext, status: 'ended' | 'removed'): Promise<Response> {
    const session = find(c);
    store.closeSession(session, status);
    return respond(c, backend, await toSessionBody(backend, session));
  }

  return new Hono<RouteEnv>()
    .delete('/', async (c) => {
      for (const session of store.activeSessions(c.var.client)) store.closeSession(session, 'removed');
      return respond(c, backend, await toClientBody(backend, c.var.client));
    })
    .get('/:id', async (c) => respond(c, backend, await toSessionBody(backend, find(c))))
    .post('/:id/touch', (c) => touch(c))
    .post('/:id/tokens', (c) => createToken(c))
    .post('/:id/tokens/:template', (c) => createToken(c))
    .post('/:id/end', (c) => close(c, 'ended'))
    .post('/:id/remove', (c) => close(c, 'removed'));
}
