import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { createAuthClient } from 'better-auth/client';
import { betterAuthAdapter } from '../../src/adapters/betterAuth.ts';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { account, type AdapterWorld, type Contract } from './contractWorld.ts';
import { createCookieFetch } from './loopback.ts';

const pageOrigin = 'http://app.localhost:3000';

/** What better-auth keeps in memory. */
type Tables = Record<'user' | 'session' | 'account' | 'verification', object[]>;

export function betterAuthContract(clientOptions: { throw?: boolean } = {}): Contract {
  return {
    offers: [
      'loadSession',
      'signOut',
      'checkService',
      'signInWithPassword',
      'signUp',
      'loadUser',
      'updateUser',
      'deleteAccount',
      'changePassword',
      'loadDevices',
      'revokeDevice',
    ],
    createWorld: (origin) => createWorld(origin, clientOptions),
  };
}

async function createWorld(origin: string, clientOptions: { throw?: boolean }): Promise<AdapterWorld> {
  let mode: Parameters<AdapterWorld['setMode']>[0] = 'operational';
  const tables: Tables = { user: [], session: [], account: [], verification: [] };
  const auth = betterAuth({
    baseURL: origin,
    database: memoryAdapter(tables),
    emailAndPassword: {
      enabled: true,
      // What is tested here is not the hash, which takes its time on purpose.
      password: {
        hash: (password) => Promise.resolve(`#${password}`),
        verify: ({ hash, password }) => Promise.resolve(hash === `#${password}`),
      },
    },
    user: { deleteUser: { enabled: true } },
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
  await auth.api.signUpEmail({ body: account });

  const client = createAuthClient({
    baseURL: origin,
    fetchOptions: { customFetchImpl: createCookieFetch(pageOrigin), ...clientOptions },
  });
  return {
    fetch: development.wrap(production.wrap((request) => auth.handler(request))),
    adapter: betterAuthAdapter(client, {
      baseUrl: `${origin}/api/auth`,
      checkUrl: `${origin}/api/maintenance`,
      canDeleteAccount: true,
    }),
    setMode(next) {
      mode = next;
    },
    endSessions() {
      tables.session.length = 0;
    },
  };
}
