import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { cors } from 'hono/cors';
import { readActivity } from './activity.ts';
import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import type { RouteContext, RouteEnv } from './http.ts';
import { clientRoutes } from './routes/client.ts';
import { deviceRoutes } from './routes/devices.ts';
import { emailAddressRoutes } from './routes/emailAddresses.ts';
import { environmentRoutes } from './routes/environment.ts';
import { externalAccountRoutes } from './routes/externalAccounts.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { meRoutes } from './routes/me.ts';
import { memberRoutes } from './routes/members.ts';
import { organizationRoutes, ownMembershipRoutes } from './routes/organizations.ts';
import { secondFactorRoutes } from './routes/secondFactors.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { signInRoutes } from './routes/signIns.ts';
import { signUpRoutes } from './routes/signUps.ts';
import type { ClientRecord } from './store.ts';

export interface AppOptions {
  readonly backend: Backend;
  /** Called before any route. Returns the response for a request that the mode rejects. */
  readonly reject: (request: Request) => Promise<Response | undefined>;
  readonly clientOf: (browser: Browser) => ClientRecord;
  readonly newTraceId: () => string;
}

/** Identifies the browser of a request. */
export interface Browser {
  readonly cookie: string | undefined;
  setCookie(value: string): void;
}

const CLIENT_COOKIE = '__client';

function browserOf(c: RouteContext): Browser {
  return {
    cookie: getCookie(c, CLIENT_COOKIE),
    setCookie: (value) => setCookie(c, CLIENT_COOKIE, value, { path: '/', httpOnly: true, sameSite: 'Lax' }),
  };
}

/** Creates the whole API: the rules for every request, and the routes of each resource. */
export function createApp({ backend, reject, clientOf, newTraceId }: AppOptions): Hono<RouteEnv> {
  const app = new Hono<RouteEnv>({ strict: false });

  // First, since `cors` answers every OPTIONS, whether it is a preflight or not.
  app.use(async (c, next) => (await reject(c.req.raw)) ?? next());
  app.use(cors({ origin: (origin) => origin, credentials: true, exposeHeaders: ['Retry-After'] }));
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    const client = clientOf(browserOf(c));
    client.activity = readActivity(c.req.header('user-agent') ?? '');
    c.set('client', client);
    await next();
  });

  app.route('/v1/environment', environmentRoutes(backend));
  app.route('/v1/client', clientRoutes(backend));
  app.route('/v1/client/sessions', sessionRoutes(backend));
  app.route('/v1/client/sign_ins', signInRoutes(backend));
  app.route('/v1/client/sign_ups', signUpRoutes(backend));
  app.route('/v1/me', meRoutes(backend));
  app.route('/v1/me', secondFactorRoutes(backend));
  app.route('/v1/me/email_addresses', emailAddressRoutes(backend));
  app.route('/v1/me/external_accounts', externalAccountRoutes(backend));
  app.route('/v1/me/organization_memberships', ownMembershipRoutes(backend));
  app.route('/v1/me/sessions', deviceRoutes(backend));
  app.route('/v1/organizations', organizationRoutes(backend));
  app.route('/v1/organizations/:organizationId/invitations', invitationRoutes(backend));
  app.route('/v1/organizations/:organizationId/memberships', memberRoutes(backend));

  app.notFound(() => new ApiError('resource_not_found').toResponse(newTraceId()));
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse(newTraceId());
    throw error;
  });
  return app;
}
