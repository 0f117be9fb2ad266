// @vitest-environment node
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { vi } from 'vitest';
import { ownApiAdapter } from '../../examples/own-api/adapter.ts';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { describeAdapterContract } from './adapterContract.ts';
import { account, type Contract } from './contractFixture.ts';
import { createCookieFetch, startLoopback } from './loopback.ts';

const newUser = v.object({
  name: v.string(),
  email: v.pipe(v.string(), v.email()),
  password: v.string(),
});
const changes = v.object({
  name: v.optional(v.string()),
  firstName: v.optional(v.string()),
  lastName: v.optional(v.string()),
});
const credentials = v.object({ identifier: v.string(), password: v.string() });

interface User {
  name: string;
  readonly email: string;
  readonly password: string;
}

/** Creates an application's own REST API, as small as a test allows. */
function createApi() {
  const users = new Map<string, User>([[account.email, { ...account }]]);
  const sessions = new Map<string, User>();
  const userOf = (context: Context) => sessions.get(getCookie(context, 'session') ?? '');

  function enter(context: Context, user: User): Response {
    const id = crypto.randomUUID();
    sessions.set(id, user);
    setCookie(context, 'session', id, { httpOnly: true });
    return context.json({ done: true });
  }

  const api = new Hono()
    .basePath('/api')
    .get('/session', (context) => {
      const user = userOf(context);
      const session = user && {
        id: getCookie(context, 'session'),
        user: { id: user.email, email: user.email, name: user.name },
      };
      return context.json({ session: session ?? null });
    })
    .post('/session', async (context) => {
      const { identifier, password } = v.parse(credentials, await context.req.json());
      const user = users.get(identifier);
      if (user?.password !== password) return context.json({ code: 'invalid_credentials' }, 401);
      return enter(context, user);
    })
    .delete('/session', (context) => {
      sessions.delete(getCookie(context, 'session') ?? '');
      return context.json({ done: true });
    })
    .post('/users', async (context) => {
      const details = v.safeParse(newUser, await context.req.json());
      if (!details.success) return context.json({ code: 'invalid_input', field: 'email' }, 422);
      const user = details.output;
      if (users.has(user.email)) return context.json({ code: 'identifier_taken', field: 'email' }, 409);
      if (user.password.length < 8) {
        return context.json({ code: 'password_too_weak', field: 'password' }, 422);
      }
      users.set(user.email, user);
      return enter(context, user);
    })
    .patch('/me', async (context) => {
      const user = userOf(context);
      if (!user) return context.json({ code: 'signed_out' }, 401);
      const { name, firstName, lastName } = v.parse(changes, await context.req.json());
      user.name = name ?? `${firstName} ${lastName}`;
      return context.json({ done: true });
    });
  return { api, sessions };
}

const ownApi: Contract = {
  supported: ['loadSession', 'signOut', 'checkService', 'signInWithPassword', 'signUp', 'updateUser'],
  supportsAdditionalFields: false,
  createFixture(origin) {
    let mode = 'operational';
    const { api, sessions } = createApi();
    const gate = createMaintenanceGate({
      isActive: () => mode === 'maintenance',
      retryAfter: 30,
      checkPath: '/api/maintenance',
    });
    const closed = createMaintenanceGate({
      instance: 'development',
      isActive: () => mode === 'unavailable',
      retryAfter: 30,
    });
    // Keeps cookies as a browser's fetch does.
    vi.stubGlobal('fetch', createCookieFetch('http://app.localhost:3000'));
    return {
      fetch: closed.wrap(gate.wrap((request) => api.fetch(request))),
      adapter: ownApiAdapter(`${origin}/api`),
      setMode(next) {
        mode = next;
      },
      endSessions: () => sessions.clear(),
    };
  },
};

describeAdapterContract('an API of one’s own', ownApi, startLoopback);
