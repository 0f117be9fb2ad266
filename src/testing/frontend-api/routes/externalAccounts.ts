import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toExternalAccountBody } from '../bodies/user.ts';
import { actingSession, readForm, respond, respondDeleted, type RouteEnv } from '../http.ts';
import { beginAtProvider } from '../providers.ts';

/** `/v1/me/external_accounts`: accounts at providers, verified after the provider redirects the user back. */
export function externalAccountRoutes(backend: Backend): Hono<RouteEnv> {
  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { user } = actingSession(c, backend);
      const verification = beginAtProvider(backend, await readForm(c));
      const { strategy } = verification;
      const account = { id: backend.store.newId('eac'), strategy, emailAddress: '', verification };
      // A new connection replaces one that was never finished.
      user.externalAccounts = user.externalAccounts.filter(
        (other) => other.strategy !== strategy || other.verification.status === 'verified',
      );
      user.externalAccounts.push(account);
      return respond(c, backend, toExternalAccountBody(account));
    })
    .delete('/:id', (c) => {
      const { user } = actingSession(c, backend);
      const id = c.req.param('id');
      const others = user.externalAccounts.filter((account) => account.id !== id);
      if (others.length === user.externalAccounts.length) throw new ApiError('resource_not_found');
      user.externalAccounts = others;
      return respondDeleted(c, backend, 'external_account', id);
    });
}
