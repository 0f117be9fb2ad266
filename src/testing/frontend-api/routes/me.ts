import { Hono } from 'hono';
import type { Backend } from '../backend.ts';
import { toUserBody } from '../bodies/user.ts';
import { actingSession, readForm, respond, type RouteEnv } from '../http.ts';

/** `/v1/me`: the user whose session the request acts for. */
export function meRoutes(backend: Backend): Hono<RouteEnv> {
  return new Hono<RouteEnv>()
    .get('/', (c) => respond(c, backend, toUserBody(actingSession(c, backend).user)))
    .patch('/', async (c) => {
      const { user } = actingSession(c, backend);
      const form = await readForm(c);
      const firstName = form.get('first_name');
      const lastName = form.get('last_name');
      if (firstName !== null) user.firstName = firstName || null;
      if (lastName !== null) user.lastName = lastName || null;
      user.updatedAt = backend.store.now();
      return respond(c, backend, toUserBody(user));
    });
}
