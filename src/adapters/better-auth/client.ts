/** The fetch options that the adapter sets for each of its requests. All others stay as the client has them. */
export interface BetterAuthFetchOptions {
  readonly throw: false;
  readonly cache?: RequestCache;
  readonly signal?: AbortSignal;
  readonly jsonParser: (text: string) => unknown;
  readonly onResponse: (context: { readonly response: Response }) => void;
}

type Method<Input = object> = (
  input: Input & { readonly fetchOptions: BetterAuthFetchOptions },
) => Promise<unknown>;

/**
 * The client that `createAuthClient` of `better-auth/client` or `better-auth/react` returns, reduced to the members
 * that every client has. The adapter calls the methods of plugins by name, for the plugins in its options.
 */
export interface BetterAuthClient {
  getSession: Method;
  signIn: { email: Method<{ email: string; password: string }> };
  signUp: { email: Method<{ name: string; email: string; password: string }> };
  signOut: Method;
  updateUser: Method<{ name?: string; username?: string; image?: string | null }>;
}

/** A plugin of the client, as `emailOTPClient()` returns it. The adapter recognizes it by its `id`. */
export interface BetterAuthPlugin {
  readonly id: string;
}

/** The plugins for which the kit has operations. */
export type PluginId = 'email-otp' | 'two-factor' | 'passkey' | 'organization' | 'username';

export function isClient(value: unknown): value is BetterAuthClient {
  const client = Object(value) as Partial<BetterAuthClient>;
  return (
    typeof client.getSession === 'function' &&
    typeof client.signIn?.email === 'function' &&
    typeof client.signUp?.email === 'function' &&
    typeof client.signOut === 'function' &&
    typeof client.updateUser === 'function'
  );
}

export function isPluginList(value: unknown): value is readonly BetterAuthPlugin[] {
  return (
    Array.isArray(value) &&
    value.every((plugin) => typeof (Object(plugin) as Partial<BetterAuthPlugin>).id === 'string')
  );
}
