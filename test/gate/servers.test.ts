// @vitest-environment node
import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNextJsHandler } from 'better-auth/next-js';
import { toNodeHandler } from 'better-auth/node';
import express from 'express';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { createMaintenanceGate, type MaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { nodeMiddleware } from '../../src/gate/nodeMiddleware.ts';

function createAuth() {
  return betterAuth({
    baseURL: 'http://app.example',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: {
      enabled: true,
      password: {
        hash: (password) => Promise.resolve(`#${password}`),
        verify: ({ hash, password }) => Promise.resolve(hash === `#${password}`),
      },
    },
    secret: 'a secret of the tests, long enough for better-auth',
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
  });
}
type Auth = ReturnType<typeof createAuth>;

/** Each server as in its own documentation, behind the gate. */
const servers: readonly (readonly [
  name: string,
  create: (auth: Auth, gate: MaintenanceGate) => RequestListener,
])[] = [
  [
    'hono',
    (auth, gate) => {
      const app = new Hono();
      app.on(['GET', 'POST'], '/api/auth/*', (context) => gate.wrap(auth.handler)(context.req.raw));
      return listenerOf((request) => app.fetch(request));
    },
  ],
  [
    'Express, around better-auth',
    (auth, gate) => {
      const app = express();
      app.all('/api/auth/{*path}', toNodeHandler(gate.wrap(auth.handler)));
      return app;
    },
  ],
  [
    'Express, in front of everything',
    (auth, gate) => {
      const app = express();
      app.use('/api', nodeMiddleware(gate));
      app.all('/api/auth/{*path}', toNodeHandler(auth));
      return app;
    },
  ],
  [
    // Calls the functions of the route's file as Next does, without Next.
    'a Next route handler',
    (auth, gate) => {
      const { GET, POST } = toNextJsHandler(gate.wrap(auth.handler));
      return listenerOf((request) => (request.method === 'GET' ? GET(request) : POST(request)));
    },
  ],
];

function listenerOf(answer: (request: Request) => Response | Promise<Response>): RequestListener {
  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return `http://127.0.0.1:${address.port}`;
}

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://app.example' },
    body: JSON.stringify(body),
  });
}

describe.each(servers)('%s', (_, create) => {
  it('blocks mutations in maintenance, serves reads, and reports the end', async () => {
    let isActive = false;
    const gate = createMaintenanceGate({
      isActive: () => isActive,
      retryAfter: 30,
      checkPath: '/api/auth/maintenance',
    });
    const origin = await listen(create(createAuth(), gate));
    const user = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' };
    const signUp = () => post(`${origin}/api/auth/sign-up/email`, user);
    const check = async (): Promise<unknown> => (await fetch(`${origin}/api/auth/maintenance`)).json();

    isActive = true;
    const rejected = await signUp();
    expect(rejected.status).toBe(503);
    expect(rejected.headers.get('retry-after')).toBe('30');
    expect(await rejected.json()).toMatchObject({ code: 'maintenance_mode' });
    const session = await fetch(`${origin}/api/auth/get-session`);
    expect([session.status, await session.json()]).toEqual([200, null]);
    expect(await check()).toEqual({ maintenance_mode: true });

    isActive = false;
    expect(await (await signUp()).json()).toMatchObject({ user: { email: user.email } });
    expect(await check()).toEqual({ maintenance_mode: false });
  });
});

describe('the middleware', () => {
  it('leaves the body of a passing request unread', async () => {
    const app = express();
    app.use(nodeMiddleware(createMaintenanceGate({ isActive: false })));
    app.post('/echo', express.json(), (request, response) => void response.json(request.body));
    const origin = await listen(app);
    expect(await (await post(`${origin}/echo`, { text: 'Hello' })).json()).toEqual({ text: 'Hello' });
  });

  it('uses the whole path below a router', async () => {
    const app = express();
    const rules = [{ kind: 'read', method: 'POST', path: '/api/search' }] as const;
    app.use('/api', nodeMiddleware(createMaintenanceGate({ isActive: true, rules })));
    app.post('/api/{*path}', (_request, response) => void response.json({}));
    const origin = await listen(app);
    expect((await post(`${origin}/api/search`, {})).status).toBe(200);
    expect((await post(`${origin}/api/notes`, {})).status).toBe(503);
  });

  it('works without a framework', async () => {
    const guarded = nodeMiddleware(createMaintenanceGate({ isActive: true }));
    const origin = await listen((incoming, outgoing) =>
      guarded(incoming, outgoing, () => outgoing.end('passed')),
    );
    expect(await (await fetch(`${origin}//elsewhere`)).text()).toBe('passed');
    expect((await post(origin, {})).status).toBe(503);
  });
});
