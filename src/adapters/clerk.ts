import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import type { AuthSession } from '../auth/SessionPort.ts';
import { KitError } from '../protocol/KitError.ts';
import type { ClerkSdk } from './clerk/ClerkSdk.ts';
import { createClerkApi } from './clerk/createClerkApi.ts';
import { passkeyOperations } from './clerk/passkey.ts';
import { lazyAccountOperations } from './frontend-api/lazyAccount.ts';
import { sessionOperations } from './frontend-api/session.ts';
import { signInOperations } from './frontend-api/signIn.ts';
import { signUpOperations } from './frontend-api/signUp.ts';

export type {
  ClerkClient,
  ClerkEmailAddress,
  ClerkExternalAccount,
  ClerkOrganization,
  ClerkRevocable,
  ClerkSdk,
  ClerkSession,
  ClerkSignIn,
  ClerkSignUp,
  ClerkUser,
} from './clerk/ClerkSdk.ts';

function isClerk(value: unknown): value is ClerkSdk {
  const clerk = Object(value) as Partial<ClerkSdk>;
  return typeof clerk.setActive === 'function' && typeof clerk.publishableKey === 'string';
}

/** Returns the base URL of the SDK's requests. */
function rootOf({ proxyUrl = '', publishableKey, domain = '', frontendApi }: ClerkSdk): string {
  const hasOwnDomain = domain !== '' && publishableKey.startsWith('pk_live_');
  const root = proxyUrl === '' ? `https://${hasOwnDomain ? domain : frontendApi}` : proxyUrl;
  return root.replace(/\/+$/, '');
}

/**
 * Creates an adapter on top of the SDK's own object: a loaded `Clerk` of `@clerk/clerk-js`, or the result of
 * `useClerk()` of `@clerk/react` below `<ClerkLoaded>`. Each operation is the SDK's own call, so its hooks and
 * components see what the kit does. The kit reads the API's response, because the SDK's errors contain only a part of
 * it.
 *
 * Only `GET /v1/client` signs the user out. If the SDK drops a session that the API still has, for example after a
 * rejected sign-out, the next `loadSession` or `refreshSession` restores it.
 *
 * @throws {KitError} MK303 if `clerk` is not such an object, MK304 if it has not loaded yet.
 */
export function clerkAdapter(clerk: ClerkSdk): AuthAdapter {
  if (!isClerk(clerk)) {
    throw new KitError(
      'MK303',
      'clerkAdapter was given something other than a Clerk, so it has nothing to ask: pass a loaded `new Clerk(…)` of ' +
        '"@clerk/clerk-js", or what useClerk() of "@clerk/react" returns.',
    );
  }
  if (!clerk.loaded) {
    throw new KitError(
      'MK304',
      'clerkAdapter was given a Clerk that has not loaded yet, so it has no session: await clerk.load() ' +
        'first, or create the adapter below <ClerkLoaded>.',
    );
  }
  const baseUrl = rootOf(clerk);
  const api = createClerkApi(clerk, baseUrl);
  const { transferSignUp, ...signUp } = signUpOperations(api);
  const signIn = signInOperations(api, { transferSignUp });
  const session = sessionOperations(api);

  /** Updates the SDK to the API's session, which it may have dropped or never known. */
  async function follow(asked: Promise<AuthSession | null>): Promise<AuthSession | null> {
    const found = await asked;
    const isKnown = clerk.session?.id === found?.id && clerk.user?.id === found?.user.id;
    if (!isKnown || api.sdkStateIsStale) {
      await clerk.setActive({ session: found?.id ?? null });
      api.sdkStateIsStale = false;
    }
    return found;
  }

  return {
    name: 'clerk',
    baseUrl,
    // Every version of the SDK sends them in a sign-up, but only those that can merge metadata in a change.
    get supportsAdditionalFields() {
      return !clerk.user || clerk.user.updateMetadata !== undefined;
    },
    signOut: session.signOut,
    checkService: session.checkService,
    loadAuthOptions: session.loadAuthOptions,
    loadSession: () => follow(session.loadSession()),
    refreshSession: () => follow(session.refreshSession()),
    async setActiveOrganization(organization) {
      await session.setActiveOrganization(organization);
      await clerk.setActive({ organization: organization.id });
    },
    ...signIn,
    ...passkeyOperations(clerk, api, signIn),
    ...signUp,
    ...lazyAccountOperations(api),
  };
}
