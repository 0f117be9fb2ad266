import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toDeviceBody } from '../bodies/session.ts';
import { actingSession, respond, type RouteEnv } from '../http.ts';

/** `/v1/me/sessions`: the user's sessions. The list has no envelope. */
export function deviceRoutes(backend: Backend): Hono<RouteEnv> {
  const { store } = backend;
  return new Hono<RouteEnv>()
    .get('/active', (c) => {
      const { user } = actingSession(c, backend);
      return c.json(store.sessionsOf(user).map((session) => toDeviceBody(backend, session)));
    })
    .post('/:id/revoke', (c) => {
      const { user } = actingSession(c, backend);
      const session = store.sessionsOf(user).find(({ id }) => id === c.req.param('id'));
      if (!session) throw new ApiError('resource_not_found');
      store.closeSession(session, 'revoked');
      return respond(c, backend, toDeviceBody(backend, session));
    });
}
