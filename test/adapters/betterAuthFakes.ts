import type { BetterAuthClientPlugin, BetterAuthPlugin } from 'better-auth';
import type { BetterFetch } from '@better-fetch/fetch';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { OAuthProvider } from 'better-auth/oauth2';

/** Returns a fake provider for better-auth. The code of its redirect is the address of the user who signed in there. */
function provider(id: string): OAuthProvider {
  const emails = new Map<string, string>();
  return {
    id,
    name: id,
    createAuthorizationURL: ({ state, redirectURI }) => {
      const url = new URL(`https://${id}.example/authorize`);
      url.search = new URLSearchParams({ state, redirect_uri: redirectURI }).toString();
      return url;
    },
    validateAuthorizationCode: ({ code }) => {
      emails.set(`token of ${code}`, code);
      return Promise.resolve({ accessToken: `token of ${code}` });
    },
    getUserInfo: ({ accessToken = '' }) => {
      const email = emails.get(accessToken) ?? '';
      const user = { email, name: 'New', emailVerified: true };
      return Promise.resolve({ user, data: user });
    },
    accountSubject: ({ tokens }) => `${id}: ${tokens.accessToken ?? ''}`,
  };
}

/** Replaces the two real providers, which a test can't reach. */
export const fakeProviders: BetterAuthPlugin = {
  id: 'providers-stand-in',
  init: () => ({ context: { socialProviders: [provider('google'), provider('github')] } }),
};

/**
 * Provides the two requests of the passkey plugin, whose package doesn't support this better-auth. The browser's dialog
 * answers immediately, and the first user in the table signs in.
 */
export const fakePasskeys: BetterAuthPlugin = {
  id: 'passkey',
  endpoints: {
    generateAuthenticateOptions: createAuthEndpoint(
      '/passkey/generate-authenticate-options',
      { method: 'GET' },
      (context) => Promise.resolve(context.json({ challenge: 'challenge' })),
    ),
    verifyAuthentication: createAuthEndpoint(
      '/passkey/verify-authentication',
      { method: 'POST' },
      async (context) => {
        const { internalAdapter } = context.context;
        const [user] = await internalAdapter.listUsers(1);
        if (!user) throw context.error('UNAUTHORIZED', { code: 'PASSKEY_NOT_FOUND' });
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return context.json({ session });
      },
    ),
  },
};

export const fakePasskeyClient = {
  id: 'passkey',
  getActions: ($fetch: BetterFetch) => ({
    signIn: {
      async passkey({ fetchOptions }: { fetchOptions?: object } = {}) {
        const options = await $fetch('/passkey/generate-authenticate-options', {
          method: 'GET',
          throw: false,
        });
        if (options.error) return options;
        return $fetch('/passkey/verify-authentication', {
          method: 'POST',
          body: {},
          ...fetchOptions,
          throw: false,
        });
      },
    },
  }),
} satisfies BetterAuthClientPlugin;
