import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import { KitError } from '../protocol/KitError.ts';
import { readCheck } from '../protocol/lazyReader.ts';
import { authOptions } from './better-auth/authOptions.ts';
import { isClient, isPluginList, type BetterAuthClient } from './better-auth/client.ts';
import { createApi } from './better-auth/createApi.ts';
import { createCapabilities, type Feature } from './better-auth/capabilities.ts';
import type { BetterAuthAdapterOptions } from './better-auth/options.ts';
import { ownRoles } from './better-auth/roleNames.ts';
import { sessionOperations } from './better-auth/session.ts';
import { signInOperations } from './better-auth/signIn.ts';
import type { SignInFlow } from './better-auth/signInFlow.ts';
import { signUpOperations } from './better-auth/signUp.ts';

export type { BetterAuthClient, BetterAuthFetchOptions, BetterAuthPlugin } from './better-auth/client.ts';
export type { BetterAuthAdapterOptions } from './better-auth/options.ts';

/**
 * Creates an adapter on top of the client that `createAuthClient` returns. The client may return its errors or throw
 * them (`throw: true`), and its own hooks and plugins continue to work.
 *
 * The adapter uses the plugins in `plugins`, the same list that the client was created with. It can't detect them,
 * because the client is a proxy on which every method exists.
 *
 * Only `get-session` signs the user out: its `null`, or a 401 with better-auth's own code.
 *
 * @throws {KitError} MK302 if `client` is not such a client, MK311 if `plugins` is not a list of its plugins.
 */
export function betterAuthAdapter(
  client: BetterAuthClient,
  options: BetterAuthAdapterOptions = {},
): AuthAdapter {
  if (!isClient(client)) {
    throw new KitError(
      'MK302',
      'betterAuthAdapter was given something other than a client of better-auth, so it has nothing to ask: pass ' +
        'what createAuthClient() of "better-auth/client" or "better-auth/react" returns (not the server\'s auth).',
    );
  }
  const { baseUrl = '/api/auth', checkUrl, plugins = [], providers = [], roles = ownRoles } = options;
  if (!isPluginList(plugins)) {
    throw new KitError(
      'MK311',
      'betterAuthAdapter was given plugins that are not those of a client, so it cannot tell what to offer: pass ' +
        'the very list that createAuthClient() was given, such as [emailOTPClient(), organizationClient()].',
    );
  }

  const ids = new Set<string>(plugins.map(({ id }) => id));
  const isOn = (name: Feature): boolean => {
    if (name === 'providers') return providers.length > 0;
    if (name === 'uploadPicture') return options.uploadPicture !== undefined;
    return name === 'canDeleteAccount' ? options.canDeleteAccount === true : ids.has(name);
  };
  const api = createApi(client);
  const session = sessionOperations(api);
  const offers = createCapabilities(api, isOn);
  const flow: SignInFlow = { api, has: isOn };
  const signIn = signInOperations(flow, {
    isSignedIn: async () => (await session.loadSession()) !== null,
    href: () => globalThis.location?.href,
  });

  return {
    name: 'better-auth',
    baseUrl,
    supportsAdditionalFields: true,
    ...session,
    loadAuthOptions: () => Promise.resolve(authOptions(options, isOn)),
    ...offers.ofAuth({ ...signIn, ...signUpOperations(flow) }),
    ...offers.ofLazyAccount({ uploadPicture: options.uploadPicture, roles }),
    ...(checkUrl !== undefined && {
      checkService: async ({ signal = null } = {}) =>
        readCheck(await globalThis.fetch(checkUrl, { cache: 'no-store', signal })),
    }),
  };
}
