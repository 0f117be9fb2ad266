import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { createAuthClient } from 'better-auth/client';
import { bearer } from 'better-auth/plugins';
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
    // The requests of a page can't set cookies, so a token takes the place of the session's cookie.
    plugins: [bearer()],
    secret: 'a secret of the tests, long enough for better-auth',
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
  });
  let token = '';
  const client = createAuthClient({
    baseURL: origin,
    fetchOptions: {
      auth: { type: 'Bearer', token: () => token },
      async customFetchImpl(input, init) {
        const response = await auth.handler(new Request(input, init));
        token = response.headers.get('set-auth-token') ?? token;
        return response;
      },
    },
  });
  return betterAuthAdapter(client);
}
