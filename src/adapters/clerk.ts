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

/** Where the SDK sends its requests to. */
function rootOf({ proxyUrl = '', publishableKey, domain = '', frontendApi }: ClerkSdk): string {
  const hasOwnDomain = domain !== '' && publishableKey.startsWith('pk_live_');
  const root = proxyUrl === '' ? `https://${hasOwnDomain ? domain : frontendApi}` : proxyUrl;
  return root.replace(/\/+$/, '');
}

/**
 * Works through the SDK's own object: a loaded `Clerk` of `@clerk/clerk-js`, or what `useClerk()` of `@clerk/react`
 * returns below `<ClerkLoaded>`. Each operation is the SDK's own call, so its hooks and components see what the kit
 * does; what it means is read from the API's answer, of which the SDK's errors tell only a part.
 *
 * Nobody is signed out but by `GET /v1/client`. A session that the SDK has let go of although the API still has it,
 * as after a sign-out that was rejected, is put back by the next `loadSession` or `refreshSession`.
 *
 * @throws {KitError} MK303 when `clerk` is no such object, MK304 when it has not loaded yet.
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
      'clerkAdapter was given a Clerk that has not loaded yet, so nobody can say who is signed in: await clerk.load() ' +
        'first, or make the adapter below <ClerkLoaded>.',
    );
  }
  const baseUrl = rootOf(clerk);
  const api = createClerkApi(clerk, baseUrl);
  const { transferSignUp, ...signUp } = signUpOperations(api);
  const signIn = signInOperations(api, { transferSignUp });
  const session = sessionOperations(api);

  /** What the API says of the session holds for the SDK too, which may have let go of it, or never have known. */
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
