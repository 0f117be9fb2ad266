import * as v from 'valibot';
import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import { AuthError } from '../auth/AuthError.ts';
import type { AuthSession, AuthUser } from '../auth/SessionPort.ts';
import type { PasswordCredentials, SignInResult } from '../auth/SignInPort.ts';
import type { UserChanges } from '../auth/UserPort.ts';
import { KitError } from '../protocol/KitError.ts';
import { readServiceCheck } from '../protocol/serviceCheck.ts';
import { accountOperations } from './better-auth/account.ts';
import type { BetterAuthClient } from './better-auth/client.ts';
import { request } from './better-auth/request.ts';

export type { BetterAuthClient, BetterAuthFetchOptions } from './better-auth/client.ts';

export interface BetterAuthAdapterOptions {
  /** The client's own base URL, where it was given one. Default: "/api/auth", as the client's. */
  readonly baseUrl?: string;
  /**
   * Where to ask whether the maintenance is over, for example the `checkPath` of the gate. Left out, the next
   * real mutation shows it.
   */
  readonly checkUrl?: string;
  /** Whether the server lets people delete their account (`user.deleteUser.enabled`). Default: false. */
  readonly canDeleteAccount?: boolean;
}

const user = v.object({
  id: v.string(),
  email: v.nullish(v.string()),
  name: v.nullish(v.string()),
  image: v.nullish(v.string()),
});
const sessionData = v.nullable(v.object({ session: v.object({ id: v.string() }), user }));
const signInData = v.object({ user: v.object({ id: v.string() }) });
const signUpData = v.object({ user: v.object({ id: v.string() }), token: v.nullable(v.string()) });
const signOutData = v.object({ success: v.literal(true) });
const updateData = v.object({ status: v.literal(true) });

function toUser({ id, email, name, image }: v.InferOutput<typeof user>): AuthUser {
  return { id, ...(email && { email }), ...(name && { name }), ...(image && { imageUrl: image }) };
}

/** better-auth knows the whole name alone. */
function nameOf({ name, firstName, lastName }: Pick<UserChanges, 'name' | 'firstName' | 'lastName'>) {
  if (name !== undefined || (firstName === undefined && lastName === undefined)) return name;
  return [firstName, lastName].filter(Boolean).join(' ');
}

function isClient(value: unknown): value is BetterAuthClient {
  const client = Object(value) as Partial<BetterAuthClient>;
  return (
    typeof client.getSession === 'function' &&
    typeof client.signIn?.email === 'function' &&
    typeof client.signUp?.email === 'function' &&
    typeof client.signOut === 'function' &&
    typeof client.updateUser === 'function'
  );
}

/**
 * Works through the client that `createAuthClient` made. Its errors may be returned or thrown (`throw: true`),
 * and its own hooks and plugins go on working.
 *
 * Nobody is signed out but by `get-session`: its `null`, or a 401 with better-auth's own code.
 *
 * @throws {KitError} MK302 when `client` is no such client.
 */
export function betterAuthAdapter(
  client: BetterAuthClient,
  { baseUrl = '/api/auth', checkUrl, canDeleteAccount = false }: BetterAuthAdapterOptions = {},
): AuthAdapter {
  if (!isClient(client)) {
    throw new KitError(
      'MK302',
      'betterAuthAdapter was given something other than a client of better-auth, so it has nothing to ask: pass ' +
        'what createAuthClient() of "better-auth/client" or "better-auth/react" returns (not the server\'s auth).',
    );
  }

  async function loadSession(): Promise<AuthSession | null> {
    try {
      const data = await request(sessionData, (fetchOptions) => client.getSession({ fetchOptions }));
      return data && { id: data.session.id, user: toUser(data.user) };
    } catch (error) {
      if (error instanceof AuthError && error.status === 401) return null;
      throw error;
    }
  }

  async function signInWithPassword({ identifier, password }: PasswordCredentials): Promise<SignInResult> {
    try {
      await request(signInData, (fetchOptions) =>
        client.signIn.email({ email: identifier, password, fetchOptions }),
      );
      return { status: 'complete' };
    } catch (error) {
      // What better-auth says of the address is about the one field that a sign-in has for it.
      if (!(error instanceof AuthError && error.field === 'email')) throw error;
      const { code, backendCode, status } = error;
      throw new AuthError(code, { field: 'identifier', backendCode, status });
    }
  }

  return {
    name: 'better-auth',
    baseUrl,
    loadSession,
    signInWithPassword,
    async signUp({ email, password, ...names }) {
      const { token } = await request(signUpData, (fetchOptions) =>
        client.signUp.email({ name: nameOf(names) ?? '', email, password, fetchOptions }),
      );
      // Without a token the account is there but nobody is signed in: what is still missing, the sign-in says.
      return token === null ? signInWithPassword({ identifier: email, password }) : { status: 'complete' };
    },
    async signOut() {
      await request(signOutData, (fetchOptions) => client.signOut({ fetchOptions }));
    },
    async updateUser({ username, ...names }) {
      const name = nameOf(names);
      await request(updateData, (fetchOptions) =>
        client.updateUser({
          ...(name !== undefined && { name }),
          ...(username !== undefined && { username }),
          fetchOptions,
        }),
      );
    },
    ...accountOperations(client, { canDeleteAccount }),
    ...(checkUrl !== undefined && {
      checkService: async () => readServiceCheck(await globalThis.fetch(checkUrl, { cache: 'no-store' })),
    }),
  };
}
