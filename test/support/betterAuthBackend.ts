import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { createAuthClient } from 'better-auth/client';
import { betterAuthAdapter } from '../../src/adapters/betterAuth.ts';
import type { AuthAdapter } from '../../src/index.ts';

const origin = 'https://app.example';

/** Returns an adapter for better-auth's own server, without a network between them. */
export function betterAuthBackend(user: BetterAuthOptions['user']): AuthAdapter {
  const auth = betterAuth({
    baseURL: origin,
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: {
      enabled: true,
      // The hash is intentionally slow.
      password: {
        hash: (password) => Promise.resolve(`#${password}`),
        verify: ({ hash, password }) => Promise.resolve(hash === `#${password}`),
      },
    },
    ...(user && { user }),
    secret: 'a secret of the tests, long enough for better-auth',
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
  });
  const cookies = new Map<string, string>();
  const client = createAuthClient({
    baseURL: origin,
    fetchOptions: {
      async customFetchImpl(input, init) {
        const request = new Request(input, init);
        request.headers.set('origin', origin);
        request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
        const response = await auth.handler(request);
        for (const cookie of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          cookies.set(name, value);
        }
        return response;
      },
    },
  });
  return betterAuthAdapter(client);
}
