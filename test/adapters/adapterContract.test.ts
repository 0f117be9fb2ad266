// @vitest-environment node
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { createAuthClient } from 'better-auth/client';
import { betterAuthAdapter } from '../../src/adapters/betterAuth.ts';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import type { AuthOperation } from '../../src/auth/AuthAdapter.ts';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { createFrontendApi } from '../../src/testing/createFrontendApi.ts';
import { account, describeAdapterContract, type AdapterWorld } from './adapterContract.ts';
import { createCookieFetch, startLoopback } from './loopback.ts';

const pageOrigin = 'http://app.localhost:3000';

const everything: readonly AuthOperation[] = [
  'loadSession',
  'refreshSession',
  'signOut',
  'checkService',
  'signInWithPassword',
  'signUp',
  'updateUser',
];

async function createFrontendApiWorld(): Promise<AdapterWorld> {
  const api = createFrontendApi({
    users: [
      { emailAddress: account.email, password: account.password, firstName: 'Ada', lastName: 'Lovelace' },
    ],
    clients: 'by-cookie',
    passwordIterations: 1,
  });
  const server = await startLoopback(api.fetch);
  return {
    server,
    adapter: frontendApiAdapter({ baseUrl: `${server.origin}/__api/`, fetch: createCookieFetch(pageOrigin) }),
    setMode: (mode) => api.setMode(mode, { retryAfter: 30 }),
    endSessions: api.endSessions,
  };
}

/** What better-auth keeps in memory. */
type Tables = Record<'user' | 'session' | 'account' | 'verification', object[]>;

async function createBetterAuthWorld(clientOptions: { throw?: boolean } = {}): Promise<AdapterWorld> {
  let mode: Parameters<AdapterWorld['setMode']>[0] = 'operational';
  const tables: Tables = { user: [], session: [], account: [], verification: [] };
  const auth = betterAuth({
    database: memoryAdapter(tables),
    emailAndPassword: {
      enabled: true,
      // What is tested here is not the hash, which takes its time on purpose.
      password: {
        hash: (password) => Promise.resolve(`#${password}`),
        verify: ({ hash, password }) => Promise.resolve(hash === `#${password}`),
      },
    },
    secret: 'a secret of the tests, long enough for better-auth',
    trustedOrigins: [pageOrigin],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
  });
  const production = createMaintenanceGate({
    isActive: () => mode === 'maintenance',
    retryAfter: 30,
    checkPath: '/api/maintenance',
  });
  const development = createMaintenanceGate({
    instance: 'development',
    isActive: () => mode === 'unavailable',
    retryAfter: 30,
  });
  const server = await startLoopback(development.wrap(production.wrap((request) => auth.handler(request))));
  await auth.api.signUpEmail({ body: account });

  const client = createAuthClient({
    baseURL: server.origin,
    fetchOptions: { customFetchImpl: createCookieFetch(pageOrigin), ...clientOptions },
  });
  return {
    server,
    adapter: betterAuthAdapter(client, {
      baseUrl: `${server.origin}/api/auth`,
      checkUrl: `${server.origin}/api/maintenance`,
    }),
    setMode(next) {
      mode = next;
    },
    endSessions() {
      tables.session.length = 0;
    },
  };
}

const withoutRefresh = everything.filter((operation) => operation !== 'refreshSession');

describeAdapterContract('frontend-api', everything, createFrontendApiWorld);
describeAdapterContract('better-auth', withoutRefresh, () => createBetterAuthWorld());
describeAdapterContract('better-auth with a client that throws', withoutRefresh, () =>
  createBetterAuthWorld({ throw: true }),
);
