/** What the adapter sets for each of its requests; everything else is as the client was made. */
export interface BetterAuthFetchOptions {
  readonly throw: false;
  readonly jsonParser: (text: string) => unknown;
  readonly onResponse: (context: { readonly response: Response }) => void;
}

/** What `createAuthClient` of `better-auth/client` or `better-auth/react` makes, as far as the kit uses it. */
export interface BetterAuthClient {
  getSession(input: { fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  signIn: {
    email(input: { email: string; password: string; fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  };
  signUp: {
    email(input: {
      name: string;
      email: string;
      password: string;
      fetchOptions: BetterAuthFetchOptions;
    }): Promise<unknown>;
  };
  signOut(input: { fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  updateUser(input: {
    name?: string;
    username?: string;
    fetchOptions: BetterAuthFetchOptions;
  }): Promise<unknown>;
  changePassword?(
    this: void,
    input: {
      currentPassword: string;
      newPassword: string;
      revokeOtherSessions: boolean;
      fetchOptions: BetterAuthFetchOptions;
    },
  ): Promise<unknown>;
  deleteUser?(
    this: void,
    input: { password?: string; fetchOptions: BetterAuthFetchOptions },
  ): Promise<unknown>;
  listAccounts?(this: void, input: { fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  listSessions?(this: void, input: { fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  revokeSession?(
    this: void,
    input: { token: string; fetchOptions: BetterAuthFetchOptions },
  ): Promise<unknown>;
}
